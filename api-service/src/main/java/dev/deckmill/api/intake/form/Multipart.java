package dev.deckmill.api.intake.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;

/** Reads multipart/form-data part by part (RFC 7578), without keeping any. */
final class Multipart
    extends AbstractFileUpload<Multipart.Body, DiskFileItem, DiskFileItemFactory> {
  private static final int PART_HEADER_BYTES = 8 * 1024;

  /** A request's body with what its headers say about it. */
  record Body(String contentType, long contentLength, InputStream stream)
      implements RequestContext {
    @Override
    public String getCharacterEncoding() {
      return UTF_8.name();
    }

    @Override
    public long getContentLength() {
      return contentLength;
    }

    @Override
    public String getContentType() {
      return contentType;
    }

    @Override
    public InputStream getInputStream() {
      return stream;
    }

    @Override
    public boolean isMultipartRelated() {
      return false;
    }
  }

  Multipart() {
    setHeaderCharset(UTF_8);
    setMaxPartHeaderSize(PART_HEADER_BYTES);
  }

  @Override
  public FileItemInputIterator getItemIterator(Body body) throws IOException {
    return getItemIterator((RequestContext) body);
  }

  @Override
  public Map<String, List<DiskFileItem>> parseParameterMap(Body body) throws FileUploadException {
    return parseParameterMap((RequestContext) body);
  }

  @Override
  public List<DiskFileItem> parseRequest(Body body) throws FileUploadException {
    return parseRequest((RequestContext) body);
  }
}
