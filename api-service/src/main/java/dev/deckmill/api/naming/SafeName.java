package dev.deckmill.api.naming;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Makes a name of anything a client calls something: a label for people that is also a harmless
 * file and folder name wherever it ends up.
 */
public final class SafeName {
  /** The most characters (code points) a name has. */
  public static final int MOST = 120;

  /** What no file system takes, and what turns or hides the text around it. */
  private static final Pattern HARMFUL =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}<>:\"/\\\\|?*]");

  private static final Pattern EDGES = Pattern.compile("^[\\s.]+|[\\s.]+$");

  private SafeName() {}

  /**
   * The name that stands for {@code text}.
   *
   * @param otherwise the name if nothing is left of {@code text}
   */
  public static String of(String text, String otherwise) {
    String plain = HARMFUL.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("_");
    String trimmed = EDGES.matcher(plain).replaceAll("");
    String cut = EDGES.matcher(cut(trimmed)).replaceAll("");
    return cut.isEmpty() ? otherwise : cut;
  }

  /** The name that stands for the last part of a path: some browsers send the whole path. */
  public static String ofPath(String path, String otherwise) {
    int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
    return of(path.substring(slash + 1), otherwise);
  }

  /** The name of a deck's file, with its ending. */
  public static String ofDeck(String title) {
    return of(title, "deck") + ".pptx";
  }

  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= MOST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST));
  }
}
