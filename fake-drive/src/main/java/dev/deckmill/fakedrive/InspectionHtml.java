package dev.deckmill.fakedrive;

import dev.deckmill.fakedrive.file.StoredFile;
import java.util.List;

/** The inspection page's HTML; every name in it goes through {@link #escape}. */
final class InspectionHtml {
  private InspectionHtml() {}

  static String page(String title, String body) {
    return """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>%s - fake-drive</title>
        <style>
        body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; }
        table { border-collapse: collapse; width: 100%%; margin: 1rem 0 2rem; }
        th, td { text-align: left; padding: .3rem .8rem .3rem 0; border-bottom: 1px solid #ddd; }
        td { overflow-wrap: anywhere; }
        </style></head><body>
        <p><a href="/">fake-drive</a>: a stand-in for Google Drive; nothing here has left this machine.</p>
        %s</body></html>
        """
        .formatted(escape(title), body);
  }

  static String folder(StoredFile folder, List<StoredFile> inside) {
    StringBuilder html = new StringBuilder("<h1>" + escape(folder.name()) + "</h1>");
    folder
        .parents()
        .forEach(id -> html.append("<p><a href=\"/drive/folders/" + escape(id) + "\">up</a></p>"));
    html.append("<table><tr><th>Name</th><th>Bytes</th><th>MD5</th><th>Changed</th></tr>");
    for (StoredFile file : inside) {
      html.append("<tr><td>").append(link(file)).append("</td><td>");
      html.append(file.size() < 0 ? "" : Long.toString(file.size())).append("</td><td>");
      html.append(file.md5() == null ? "" : escape(file.md5())).append("</td><td>");
      html.append(file.modifiedTime()).append("</td></tr>");
    }
    return html.append("</table>").toString();
  }

  private static String link(StoredFile file) {
    String address =
        file.folder() ? "/drive/folders/" + file.id() : "/file/d/" + file.id() + "/view";
    return "<a href=\"%s\">%s</a>%s"
        .formatted(escape(address), escape(file.name()), file.folder() ? "/" : "");
  }

  static String file(StoredFile file) {
    String bytes =
        file.size() < 0
            ? ""
            : "<p><a href=\"/uc?id=%s\">Download</a> (%d bytes, MD5 %s)</p>"
                .formatted(escape(file.id()), file.size(), escape(String.valueOf(file.md5())));
    return """
        <h1>%s</h1>
        <p>%s%s</p>
        %s<p>Description: %s</p>
        <p>Properties: %s</p>
        %s%s"""
        .formatted(
            escape(file.name()),
            escape(file.mimeType()),
            file.trashed() ? ", in the bin" : "",
            bytes,
            escape(file.description() == null ? "" : file.description()),
            escape(file.appProperties().toString()),
            permissions(file),
            revisions(file));
  }

  private static String permissions(StoredFile file) {
    StringBuilder html =
        new StringBuilder("<h2>Permissions</h2><table><tr><th>Who</th><th>Role</th></tr>");
    for (StoredFile.Permission permission : file.permissions()) {
      String who =
          permission.grantee() == null
              ? permission.type()
              : permission.type() + " " + permission.grantee();
      html.append("<tr><td>").append(escape(who)).append("</td><td>");
      html.append(escape(permission.role())).append("</td></tr>");
    }
    return html.append("</table>").toString();
  }

  private static String revisions(StoredFile file) {
    StringBuilder html =
        new StringBuilder("<h2>Revisions</h2><table><tr><th>No.</th><th>Changed</th>");
    html.append("<th>Bytes</th><th>Kept</th></tr>");
    for (StoredFile.Revision revision : file.revisions()) {
      html.append(
          "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>"
              .formatted(
                  escape(revision.id()),
                  revision.modifiedTime(),
                  revision.size() < 0 ? "" : Long.toString(revision.size()),
                  revision.keepForever() ? "for ever" : ""));
    }
    return html.append("</table>").toString();
  }

  static String calls(List<Call> calls) {
    StringBuilder html =
        new StringBuilder("<h2>Latest calls</h2><table><tr><th>No.</th><th>Call</th>");
    html.append("<th>Status</th><th>Bytes</th><th>Fault</th></tr>");
    for (Call call : calls.reversed()) {
      html.append(
          "<tr><td>%d</td><td>%s</td><td>%s</td><td>%d</td><td>%s</td></tr>"
              .formatted(
                  call.number(),
                  call.kind().spelling(),
                  call.status() == 0 ? "dropped" : call.status(),
                  call.bytesIn(),
                  escape(call.fault())));
    }
    return html.append("</table>").toString();
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
