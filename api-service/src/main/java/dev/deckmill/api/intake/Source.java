package dev.deckmill.api.intake;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Objects;

/** Something that a submission names and that pages come from. */
public sealed interface Source {
  private static void checkText(String field, String text) {
    if (text.indexOf('\0') >= 0) {
      throw Refusal.of(
          ErrorType.OPTION_INVALID,
          "A source's %s has a NUL character, which no text may have. Leave it out."
              .formatted(field));
    }
  }

  /**
   * A file: one page, plain or gzip, or a ZIP file of pages. Which of them its first bytes show.
   *
   * @param name what the client calls it, not cleaned yet
   * @param content its bytes, to be read before the next source is handed over
   */
  record File(String name, InputStream content) implements Source {
    public File {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(content, "content");
    }

    /** One that came inside the submission's own text. */
    public static File inline(String name, byte[] content) {
      return new File(name, new ByteArrayInputStream(content));
    }
  }

  /**
   * A page that is to be fetched. Whether it can be is found out when it is, page by page.
   *
   * @param name what the client calls it; if nothing, by the end of its path
   * @param url where it is, not vetted yet; at most {@value #LONGEST} characters
   */
  record Url(String name, String url) implements Source {
    /** The most characters it has. */
    public static final int LONGEST = 4_000;

    public Url {
      Objects.requireNonNull(name, "name");
      if (url.isEmpty() || url.length() > LONGEST) {
        throw Refusal.of(
            ErrorType.OPTION_INVALID,
            "A source's url has %d characters; 1 to %d are allowed."
                .formatted(url.length(), LONGEST));
      }
      checkText("url", url);
    }

    /** What to call it, without query and fragment. */
    String label() {
      return name.isEmpty() ? url.replaceFirst("[?#].*", "") : name;
    }

    /** Without the address, which may hold a secret. */
    @Override
    public String toString() {
      return "Url[name=" + name + "]";
    }
  }

  /**
   * A file that was uploaded before.
   *
   * @param name what the client calls it; if nothing, as it was called when it was uploaded
   * @param id the upload's id
   */
  record Upload(String name, String id) implements Source {
    public Upload {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(id, "id");
      checkText("upload", id);
    }
  }
}
