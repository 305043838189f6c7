package dev.deckmill.fakedrive.fault;

import dev.deckmill.fakedrive.file.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * Faults as lines of text, for processes that can't be scripted in Java.
 *
 * <pre>
 * upload-chunk 2 503                 the second chunk is refused
 * upload-chunk 1x3 429 retry-after=1 so are the first three
 * list * 403 rateLimitExceeded       every search
 * list 1 stale                       the first search shows nothing
 * authorize 1 deny                   the person says no
 * token 2 400 invalid_grant          the second token is refused
 * upload-chunk 1 reset-before | reset-after | damage
 * upload-chunk 1 hang=5 | hang-after=5 | keep=262144 | cut=100000 | expire=404
 * </pre>
 */
public final class FaultScript {
  private FaultScript() {}

  /**
   * Adds the faults of a script to a plan; empty lines and those that begin with {@code #} are
   * skipped.
   *
   * @throws IllegalArgumentException at the first line that can't be read
   */
  public static void read(String script, FaultPlan plan) {
    script.lines().map(String::strip).filter(FaultScript::says).forEach(line -> add(line, plan));
  }

  private static boolean says(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }

  private static void add(String line, FaultPlan plan) {
    List<String> words = List.of(line.split("\\s+"));
    if (words.size() < 3) {
      throw new IllegalArgumentException(
          "a fault is a call, a count and a fault, as in: upload-chunk 2 503");
    }
    CallKind kind = CallKind.spelled(words.get(0));
    Fault fault = fault(words.subList(2, words.size()));
    if (words.get(1).equals("*")) {
      plan.always(kind, fault);
      return;
    }
    String[] count = words.get(1).split("x", 2);
    plan.on(
        kind,
        Integer.parseInt(count[0]),
        count.length == 1 ? 1 : Integer.parseInt(count[1]),
        fault);
  }

  private static Fault fault(List<String> words) {
    String[] pair = words.get(0).split("=", 2);
    String value = pair.length == 2 ? pair[1] : "";
    return switch (pair[0]) {
      case "reset-before" -> new Fault.ResetBefore();
      case "reset-after" -> new Fault.ResetAfter();
      case "damage" -> new Fault.Damage();
      case "deny" -> new Fault.Deny();
      case "stale" -> new Fault.StaleSearch();
      case "hang" -> new Fault.Hang(Duration.ofSeconds(Long.parseLong(value)));
      case "hang-after" -> new Fault.HangAfter(Duration.ofSeconds(Long.parseLong(value)));
      case "keep" -> new Fault.KeepLess(Long.parseLong(value));
      case "cut" -> new Fault.CutAfter(Long.parseLong(value));
      case "expire" -> new Fault.ExpireSession(Integer.parseInt(value));
      // Strings are no closed set; whatever is left has to be a status, or parseInt says it is not.
      default -> refusal(Integer.parseInt(pair[0]), words.subList(1, words.size()));
    };
  }

  private static Fault refusal(int status, List<String> words) {
    String reason = Refusal.usualReason(status);
    OptionalInt retryAfter = OptionalInt.empty();
    for (String word : words) {
      if (word.startsWith("retry-after=")) {
        retryAfter = OptionalInt.of(Integer.parseInt(word.substring("retry-after=".length())));
      } else {
        reason = word;
      }
    }
    return new Fault.Refuse(status, reason, retryAfter);
  }
}
