package dev.deckmill.fakedrive.file;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The query language of {@code files.list}: {@code name = 'it\'s' and 'ID' in parents and trashed =
 * false}. Understands {@code and, or, not}, brackets, {@code = != contains in has} over name,
 * mimeType, trashed, parents and appProperties; refuses the rest as Drive refuses what it does not
 * understand.
 */
public final class Search {
  private final List<SearchToken> tokens;
  private final String rootId;
  private int at;

  private Search(List<SearchToken> tokens, String rootId) {
    this.tokens = tokens;
    this.rootId = rootId;
  }

  /**
   * Reads a query.
   *
   * @param rootId what the alias {@code root} stands for
   */
  public static Predicate<StoredFile> parse(String query, String rootId) {
    if (query.isBlank()) {
      return file -> true;
    }
    Search search = new Search(SearchToken.read(query), rootId);
    Predicate<StoredFile> whole = search.anyOf();
    if (search.at < search.tokens.size()) {
      throw invalid();
    }
    return whole;
  }

  static Refusal invalid() {
    return Refusal.invalid("q", "Invalid Value");
  }

  private Predicate<StoredFile> anyOf() {
    Predicate<StoredFile> result = allOf();
    while (tookWord("or")) {
      result = result.or(allOf());
    }
    return result;
  }

  private Predicate<StoredFile> allOf() {
    Predicate<StoredFile> result = term();
    while (tookWord("and")) {
      result = result.and(term());
    }
    return result;
  }

  private Predicate<StoredFile> term() {
    if (tookWord("not")) {
      return term().negate();
    }
    if (tookSign("(")) {
      Predicate<StoredFile> inner = anyOf();
      expectSign(")");
      return inner;
    }
    return switch (next()) {
      case SearchToken.Text text -> in(text.value());
      case SearchToken.Word word -> field(word.value());
      case SearchToken.Sign sign -> throw invalid();
    };
  }

  private Predicate<StoredFile> in(String value) {
    if (!tookWord("in") || !tookWord("parents")) {
      throw invalid();
    }
    String parent = value.equals("root") ? rootId : value;
    return file -> file.parents().contains(parent);
  }

  private Predicate<StoredFile> field(String field) {
    return switch (field) {
      // Drive compares names without regard to case in contains, and exactly in "=".
      case "name" -> compare(StoredFile::name);
      case "mimeType" -> compare(StoredFile::mimeType);
      case "trashed" -> trashed();
      case "appProperties" -> appProperty();
      // Strings are no closed set.
      default -> throw invalid();
    };
  }

  private Predicate<StoredFile> compare(java.util.function.Function<StoredFile, String> of) {
    if (tookSign("=")) {
      String value = text();
      return file -> of.apply(file).equals(value);
    }
    if (tookSign("!=")) {
      String value = text();
      return file -> !of.apply(file).equals(value);
    }
    if (tookWord("contains")) {
      String prefix = text().toLowerCase(Locale.ROOT);
      return file -> containsWord(of.apply(file).toLowerCase(Locale.ROOT), prefix);
    }
    throw invalid();
  }

  /** Drive's contains matches the beginnings of words only. */
  private static boolean containsWord(String text, String prefix) {
    for (int i = text.indexOf(prefix); i >= 0; i = text.indexOf(prefix, i + 1)) {
      if (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  private Predicate<StoredFile> trashed() {
    boolean equal = tookSign("=");
    if (!equal) {
      expectSign("!=");
    }
    if (tookWord("true")) {
      return file -> file.trashed() == equal;
    }
    if (tookWord("false")) {
      return file -> file.trashed() != equal;
    }
    throw invalid();
  }

  private Predicate<StoredFile> appProperty() {
    expectWord("has");
    expectSign("{");
    expectWord("key");
    expectSign("=");
    String key = text();
    expectWord("and");
    expectWord("value");
    expectSign("=");
    String value = text();
    expectSign("}");
    return file -> value.equals(file.appProperties().get(key));
  }

  private SearchToken next() {
    if (at == tokens.size()) {
      throw invalid();
    }
    return tokens.get(at++);
  }

  private String text() {
    if (next() instanceof SearchToken.Text text) {
      return text.value();
    }
    throw invalid();
  }

  private boolean tookWord(String word) {
    return took(new SearchToken.Word(word));
  }

  private boolean tookSign(String sign) {
    return took(new SearchToken.Sign(sign));
  }

  private boolean took(SearchToken wanted) {
    if (at < tokens.size() && tokens.get(at).equals(wanted)) {
      at++;
      return true;
    }
    return false;
  }

  private void expectWord(String word) {
    if (!tookWord(word)) {
      throw invalid();
    }
  }

  private void expectSign(String sign) {
    if (!tookSign(sign)) {
      throw invalid();
    }
  }
}
