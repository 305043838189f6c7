package dev.deckmill.api.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.Trouble;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that can't be served (RFC 9457 §3).
 *
 * @param type a name for this kind of problem
 * @param title the same for each occurrence
 * @param detail what failed, why, and how to mend it
 * @param instance the path that was asked for
 * @param code the stable code that programs look at
 * @param limit the limit that was exceeded
 * @param actual what was found instead
 * @param pages the pages at fault
 * @param retryable the same request may succeed later
 * @param inherited the same in the words of the batch API, on its routes alone
 */
@JsonInclude(Include.NON_NULL)
@Schema(name = "Problem", description = "RFC 9457 problem details; code is the stable contract")
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    ErrorType code,
    @Nullable Long limit,
    @Nullable Long actual,
    @Nullable List<PageProblem> pages,
    String requestId,
    String traceId,
    boolean retryable,
    @JsonUnwrapped @Nullable InheritedProblem inherited) {
  /** Its media type. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A page at fault. */
  public record PageProblem(int index, String name, ErrorType code, String detail) {}

  static Problem of(Trouble trouble, int status, RequestMark mark) {
    ErrorType code = trouble.type();
    return new Problem(
        "urn:deckmill:problem:" + code,
        code.title(),
        status,
        trouble.detail(),
        mark.path(),
        code,
        null,
        null,
        null,
        mark.requestId(),
        mark.traceId(),
        code.retryable(),
        InheritedProblem.of(trouble, status, mark));
  }

  Problem with(Refusal refusal) {
    Refusal.Measure measure = refusal.measure();
    Refusal.PageFault page = refusal.page();
    return new Problem(
        type,
        title,
        status,
        detail,
        instance,
        code,
        measure == null ? null : (Long) measure.limit(),
        measure == null ? null : (Long) measure.actual(),
        page == null ? null : List.of(new PageProblem(page.index(), page.name(), code, detail)),
        requestId,
        traceId,
        retryable && !refusal.settled(),
        inherited);
  }
}
