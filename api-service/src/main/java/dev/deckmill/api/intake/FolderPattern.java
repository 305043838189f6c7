package dev.deckmill.api.intake;

import dev.deckmill.api.naming.SafeName;
import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a deck is delivered to: folder names with slashes between them, in which {@code {date}}
 * (YYYY-MM-DD), {@code {yyyy}}, {@code {MM}}, {@code {dd}}, {@code {job_id}}, {@code {tenant}},
 * {@code {tag}} and {@code {title}} stand for the job's own.
 *
 * <p>The pattern is cut at its slashes before the values are put in, and each name is cleaned
 * after: so no value can add a folder or climb out of one.
 */
public final class FolderPattern {
  /** Where decks go unless the client says otherwise. */
  static final FolderPattern DEFAULT = new FolderPattern(List.of("Deckmill", "{date}"));

  private static final List<String> TOKENS =
      List.of("date", "yyyy", "MM", "dd", "job_id", "tenant", "tag", "title");

  /** What stands for the tag of a job that has none. */
  private static final String NO_TAG = "untagged";

  private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)\\}");
  private static final int MOST_FOLDERS = 10;

  private final List<String> names;

  private FolderPattern(List<String> names) {
    this.names = names;
  }

  /** Reads a pattern; empty names are left out, as a shell does. */
  public static FolderPattern parse(String text) {
    List<String> names = Stream.of(text.split("/", -1)).filter(name -> !name.isBlank()).toList();
    if (names.isEmpty() || names.size() > MOST_FOLDERS) {
      throw refusal("it names " + names.size() + " folders, 1 to " + MOST_FOLDERS + " are allowed");
    }
    names.forEach(FolderPattern::check);
    return new FolderPattern(names);
  }

  private static void check(String name) {
    Matcher token = TOKEN.matcher(name);
    while (token.find()) {
      if (!TOKENS.contains(token.group(1))) {
        throw unknown(token.group(1));
      }
    }
    String rest = token.replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      throw refusal("a brace has no partner");
    }
    if (name.strip().equals(".") || name.strip().equals("..")) {
      throw refusal("\"" + name.strip() + "\" is not a folder's name");
    }
  }

  /**
   * What stands for the tokens.
   *
   * @param date the day, in UTC
   * @param tag null: the job has none
   */
  public record Values(
      LocalDate date, String jobId, String title, String tenant, @Nullable String tag) {
    private Map<String, String> byToken() {
      return Map.of(
          "date",
          date.toString(),
          "yyyy",
          "%04d".formatted(date.getYear()),
          "MM",
          "%02d".formatted(date.getMonthValue()),
          "dd",
          "%02d".formatted(date.getDayOfMonth()),
          "job_id",
          jobId,
          "title",
          title,
          "tenant",
          tenant,
          "tag",
          tag == null ? NO_TAG : tag);
    }
  }

  /** The folders' names, outermost first. */
  public List<String> expand(Values job) {
    Map<String, String> values = job.byToken();
    return names.stream()
        .map(
            name ->
                TOKEN
                    .matcher(name)
                    .replaceAll(
                        token -> Matcher.quoteReplacement(values.getOrDefault(token.group(1), ""))))
        .map(name -> SafeName.of(name, "_"))
        .toList();
  }

  private static Refusal unknown(String token) {
    return Refusal.of(
        ErrorType.OPTION_INVALID,
        "The folder pattern has {"
            + Quoted.cut(token)
            + "}, which stands for nothing; what can stand in it is {"
            + String.join("}, {", TOKENS)
            + "}.");
  }

  private static Refusal refusal(String why) {
    return Refusal.of(
        ErrorType.FOLDER_PATTERN,
        "The folder pattern can't be used: "
            + why
            + ". Write folder names with slashes between them; {"
            + String.join("}, {", TOKENS)
            + "} stand for the job's own.");
  }
}
