package dev.deckmill.svgpptx.parse.box;

/**
 * Between which characters of a word a line may break (Unicode Standard Annex 14, the part that
 * labels need): around ideographs, after hyphens and dashes.
 */
public final class LineBreaks {
  private static final String NOT_AT_START =
      "、。，．・：；？！」』）】〉》〕｝〟ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ々…%!),.:;?]}";
  private static final String NOT_AT_END = "「『（【〈《〔｛〝$([{";

  private LineBreaks() {}

  public static boolean isBetween(int before, int after) {
    if (isIdeograph(before) || isIdeograph(after)) {
      return NOT_AT_START.indexOf(after) < 0 && NOT_AT_END.indexOf(before) < 0;
    }
    boolean hyphen = before == '-' || before == 0x2010 || before == 0x2013;
    return hyphen ? Character.isLetter(after) : before == 0x2014;
  }

  private static boolean isIdeograph(int c) {
    return (c >= 0x2E80 && c < 0xAC00)
        || (c >= 0xF900 && c < 0xFB00)
        || (c >= 0xFF00 && c < 0xFFE0)
        || (c >= 0x20000 && c < 0x40000)
        || (c >= 0xAC00 && c < 0xD7B0);
  }
}
