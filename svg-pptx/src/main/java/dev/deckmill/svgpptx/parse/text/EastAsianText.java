package dev.deckmill.svgpptx.parse.text;

import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.XmlDocument;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import org.jspecify.annotations.Nullable;

/**
 * What the East Asian text of a page seems to be written in. Ideographs alone don't say: kana
 * beside them do, Hangul, and which of the old national character sets have all of them.
 */
public final class EastAsianText {
  /** Ideographs that are looked at; more tell nothing new. */
  private static final int ENOUGH = 500;

  private int kana;
  private int hangul;
  private int bopomofo;
  private final StringBuilder ideographs = new StringBuilder();

  private EastAsianText() {}

  /** A BCP 47 tag; null where the page has no ideographs. */
  public static @Nullable String language(XmlDocument document) {
    if (!document.mayBeEastAsian()) {
      return null;
    }
    EastAsianText text = new EastAsianText();
    text.elements(document.root());
    return text.ideographs.isEmpty() ? null : text.language();
  }

  private void elements(Element root) {
    // not by recursion: the tree is as deep as the limits allow
    Element at = root;
    while (at != null) {
      if (at.isCharacters()) {
        characters(at.name());
      }
      Element next = at.firstChild();
      while (next == null && at != null && at != root) {
        next = at.next();
        at = next == null ? at.parent() : at;
      }
      at = next;
    }
  }

  private void characters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= XmlDocument.FIRST_EAST_ASIAN) {
        count(c);
      }
    }
  }

  private void count(char c) {
    if (c >= 0x3041 && c <= 0x30FF) {
      kana++;
    } else if (c <= 0x11FF || (c >= 0xAC00 && c <= 0xD7A3)) {
      hangul++;
    } else if (c >= 0x3105 && c <= 0x312F) {
      bopomofo++;
    } else if (c >= 0x4E00 && c <= 0x9FFF && ideographs.length() < ENOUGH) {
      ideographs.append(c);
    }
  }

  private String language() {
    if (kana > 0) {
      return "ja-JP";
    }
    if (hangul > 0) {
      return "ko-KR";
    }
    boolean traditional = bopomofo > 0 || missing("GB2312") > missing("Big5");
    return traditional ? "zh-TW" : "zh-CN";
  }

  /** How many of the ideographs a character set lacks; none where this machine lacks it. */
  private int missing(String charset) {
    if (!Charset.isSupported(charset)) {
      return 0;
    }
    CharsetEncoder encoder = Charset.forName(charset).newEncoder();
    int missing = 0;
    for (int i = 0; i < ideographs.length(); i++) {
      missing += encoder.canEncode(ideographs.charAt(i)) ? 0 : 1;
    }
    return missing;
  }
}
