package dev.deckmill.svgpptx.parse.xml;

import java.util.List;
import java.util.Map;

/**
 * A document that came through the door.
 *
 * @param root its root element, always {@code svg}
 * @param ids the first element of each {@code id}
 * @param styles its style sheets, as elements, in document order
 * @param unsupported scripts, animations and what is not SVG, none of which is drawn
 * @param remarks what the door left out, in sentences
 * @param mayBeEastAsian whether its text has characters from {@link #FIRST_EAST_ASIAN} on
 */
@SuppressWarnings("MutableRecordComponent") // made by the door for one page, never shared
public record XmlDocument(
    Element root,
    Map<String, Element> ids,
    List<Element> styles,
    List<Element> unsupported,
    List<String> remarks,
    boolean mayBeEastAsian) {
  /** Hangul Jamo: no script of East Asia has characters before it. */
  public static final char FIRST_EAST_ASIAN = '\u1100';
}
