package dev.deckmill.contracts;

import static dev.deckmill.contracts.ErrorType.Course.CRASH;
import static dev.deckmill.contracts.ErrorType.Course.PERMANENT;
import static dev.deckmill.contracts.ErrorType.Course.TRANSIENT;

/**
 * Every kind of trouble that is reported to a client, an operator or another service.
 *
 * <p>The name is the stable code: it stands in HTTP problems, page results, span attributes and
 * dead-letter headers. One value drives them all, and whether the work is tried again.
 */
public enum ErrorType {
  XML_MALFORMED(PERMANENT, 422, "The page is not well-formed XML"),
  XML_ENCODING(PERMANENT, 422, "The page's character encoding is not supported or not kept"),
  XML_DTD_EXTERNAL(PERMANENT, 422, "The page asks for an external DTD or entity"),
  XML_LIMIT(PERMANENT, 422, "The page's entities expand beyond the limit"),
  SVG_INVALID(PERMANENT, 422, "The page is not an SVG document"),
  GZIP_INVALID(PERMANENT, 422, "The compressed page can't be unpacked"),
  ZIP_INVALID(PERMANENT, 400, "The ZIP file can't be read"),
  ZIP_DUPLICATE(PERMANENT, 400, "The ZIP file holds one name twice"),
  ZIP_ENTRY_NAME(PERMANENT, 400, "The ZIP file holds a name that is not allowed"),
  ZIP_NO_PAGES(PERMANENT, 400, "The ZIP file holds no SVG page"),
  LIMIT_PAGES(PERMANENT, 413, "The job has too many pages"),
  LIMIT_PAGE_BYTES(PERMANENT, 413, "A page is too large"),
  LIMIT_JOB_BYTES(PERMANENT, 413, "The job is too large"),
  LIMIT_INFLATE(PERMANENT, 413, "Compressed input expands too far"),
  LIMIT_DEPTH(PERMANENT, 422, "The page's elements are nested too deeply"),
  LIMIT_ELEMENTS(PERMANENT, 422, "The page has too many elements"),
  LIMIT_PATH(PERMANENT, 422, "The page's paths have too many commands"),
  LIMIT_TEXT(PERMANENT, 422, "The page has too much text"),
  LIMIT_USE_EXPANSION(PERMANENT, 422, "The page's references expand to too many elements"),
  LIMIT_RENDER(PERMANENT, 422, "The page needs too large a rendering"),
  LIMIT_RASTER(PERMANENT, 422, "The page's images have too many pixels"),
  LIMIT_PAGE_SIZE(PERMANENT, 422, "The page's width or height is out of range"),
  IMAGE_INVALID(PERMANENT, 422, "An image can't be read"),
  URL_FORBIDDEN(PERMANENT, 422, "The URL is not allowed"),
  URL_REDIRECTS(PERMANENT, 422, "The URL redirects too often, or to no address"),
  FETCH_TIMEOUT(TRANSIENT, 504, "The URL did not answer in time"),
  FETCH_FAILED(TRANSIENT, 502, "The URL could not be fetched"),
  FETCH_CRASH(CRASH, 422, "The page ended the process that fetched it"),
  PAGE_TIMEOUT(CRASH, 422, "The page was not converted in time"),
  PAGE_CRASH(CRASH, 422, "The page ended the process that converted it"),
  NAME_INVALID(PERMANENT, 400, "A name is not allowed"),
  FOLDER_PATTERN(PERMANENT, 400, "The folder pattern is not valid"),
  IDEMPOTENCY_CONFLICT(PERMANENT, 409, "The Idempotency-Key is in use"),
  QUOTA_REQUESTS(TRANSIENT, 429, "Too many requests in a short time"),
  QUOTA_SUBMISSIONS(TRANSIENT, 429, "Too many submissions in a short time"),
  QUOTA_JOBS(TRANSIENT, 429, "Too many jobs are queued"),
  DRIVE_AUTH(PERMANENT, 502, "Google Drive refused the credentials"),
  DRIVE_QUOTA(PERMANENT, 502, "Google Drive's storage quota is used up"),
  DRIVE_FOLDER(PERMANENT, 502, "The Google Drive folder can't be used"),
  DRIVE_UNAVAILABLE(TRANSIENT, 502, "Google Drive does not answer as it should"),
  STORAGE_FULL(TRANSIENT, 503, "The service's storage is full"),
  CANCELLED(PERMANENT, 409, "The job was cancelled"),
  EXPIRED(PERMANENT, 410, "The result is no longer kept"),
  NOT_FOUND(PERMANENT, 404, "There is nothing at this address"),
  UNAUTHENTICATED(PERMANENT, 401, "The API key is missing or not valid"),
  FORBIDDEN(PERMANENT, 403, "The API key does not allow this"),
  OPTION_INVALID(PERMANENT, 400, "An option is unknown or has a value that is not allowed"),
  SOURCE_MISSING(PERMANENT, 400, "The request brings no page"),
  MEDIA_TYPE(PERMANENT, 415, "The request's media type is not supported"),
  METHOD_NOT_ALLOWED(PERMANENT, 405, "The address does not take this method"),
  JOB_RUNNING(TRANSIENT, 409, "The job has not reached its end"),
  JOB_FINISHED(PERMANENT, 409, "The job has reached its end already"),
  DELIVERY_STATE(PERMANENT, 400, "The job or its delivery is in no state for this"),
  NOTHING_TO_RETRY(PERMANENT, 409, "There is nothing of that kind to do again"),
  RANGE_INVALID(PERMANENT, 416, "The range lies behind the end of the file"),
  RESULT_NOT_READY(TRANSIENT, 409, "The job has no result yet"),
  MESSAGE_INVALID(PERMANENT, 400, "The message can't be read"),
  MESSAGE_UNSENDABLE(PERMANENT, 500, "The message can't be sent"),
  JOB_DEADLINE(PERMANENT, 422, "The job was not finished in time"),
  OVERLOADED(TRANSIENT, 503, "The service has more work than it can take"),
  INTERNAL(TRANSIENT, 500, "The service failed");

  /** What becomes of work that met this trouble. */
  public enum Course {
    /** The same input would fail again: never retried. */
    PERMANENT,
    /** May pass: retried with back-off, at most eight times. */
    TRANSIENT,
    /**
     * Took a worker process with it: tried twice in all, the second time alone in a fresh process.
     */
    CRASH
  }

  private final Course course;
  private final int status;
  private final String title;

  ErrorType(Course course, int status, String title) {
    this.course = course;
    this.status = status;
    this.title = title;
  }

  /** What becomes of the work. */
  public Course course() {
    return course;
  }

  /** The HTTP status of a request refused for this, 400 to 599. */
  public int status() {
    return status;
  }

  /** One sentence without a full stop, the same for each occurrence (RFC 9457 {@code title}). */
  public String title() {
    return title;
  }

  /** The same request may succeed later without being changed. */
  public boolean retryable() {
    return course == TRANSIENT;
  }
}
