package dev.deckmill.svgpptx;

import java.util.Objects;

/**
 * The page can't be converted, and that is the page's fault: trying again gives the same answer.
 */
public final class PageRejected extends Exception {
  private static final long serialVersionUID = 1L;

  /** The stable codes. */
  public enum Code {
    XML_MALFORMED,
    XML_ENCODING,
    XML_DTD_EXTERNAL,
    XML_LIMIT,
    SVG_INVALID,
    GZIP_INVALID,
    LIMIT_PAGE_BYTES,
    LIMIT_INFLATE,
    LIMIT_DEPTH,
    LIMIT_ELEMENTS,
    LIMIT_PATH,
    LIMIT_TEXT,
    LIMIT_USE_EXPANSION,
    LIMIT_RENDER,
    LIMIT_RASTER,
    LIMIT_PAGE_SIZE
  }

  private final Code code;

  /**
   * @param detail what failed, why and how to mend it, without content of the page
   */
  public PageRejected(Code code, String detail) {
    super(Objects.requireNonNull(detail, "detail"));
    this.code = Objects.requireNonNull(code, "code");
  }

  /** Why. */
  public Code code() {
    return code;
  }
}
