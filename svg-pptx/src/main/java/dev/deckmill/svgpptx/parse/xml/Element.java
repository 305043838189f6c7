package dev.deckmill.svgpptx.parse.xml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An element, or a run of characters, of the document: as light as may be, since a map has
 * thousands. It is fixed once {@link XmlDoor} has read it and its animations have ended.
 */
public final class Element {
  private static final String[] NO_ATTRIBUTES = {};

  private final Tag tag;
  private final String name;
  private String[] attributes;
  private final @Nullable Element parent;
  private @Nullable Element firstChild;
  private @Nullable Element lastChild;
  private @Nullable Element next;
  private @Nullable Element previous;
  private boolean isDescribed;

  Element(Tag tag, String name, String[] attributes, @Nullable Element parent) {
    this.tag = tag;
    this.name = name;
    this.attributes = attributes;
    this.parent = parent;
    if (parent != null) {
      parent.append(this);
    }
  }

  /** Characters: their text stands where an element has its name. */
  static Element characters(String text, Element parent) {
    return new Element(Tag.CHARACTERS, text, NO_ATTRIBUTES, parent);
  }

  private void append(Element child) {
    if (lastChild == null) {
      firstChild = child;
    } else {
      lastChild.next = child;
      child.previous = lastChild;
    }
    lastChild = child;
    isDescribed |= child.tag == Tag.TITLE || child.tag == Tag.DESC;
  }

  public Tag tag() {
    return tag;
  }

  /** The local name; for characters the characters. */
  public String name() {
    return name;
  }

  public boolean isCharacters() {
    return tag == Tag.CHARACTERS;
  }

  /** The attribute's value as written, or null. */
  public @Nullable String attribute(String attribute) {
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i].equals(attribute)) {
        return attributes[i + 1];
      }
    }
    return null;
  }

  /** Gives an attribute the value that an animation leaves. */
  public void freeze(String attribute, String value) {
    String[] changed = attributes.clone();
    int at = 0;
    while (at < changed.length && !changed[at].equals(attribute)) {
      at += 2;
    }
    if (at == changed.length) {
      changed = Arrays.copyOf(changed, at + 2);
      changed[at] = attribute;
    }
    changed[at + 1] = value;
    attributes = changed;
  }

  public int attributeCount() {
    return attributes.length / 2;
  }

  public String attributeName(int index) {
    return attributes[2 * index];
  }

  public String attributeValue(int index) {
    return attributes[2 * index + 1];
  }

  public @Nullable String id() {
    return attribute("id");
  }

  /** {@code href}, or where that is missing {@code xlink:href} (SVG 2 §16.1.3), trimmed. */
  public @Nullable String href() {
    String href = attribute("href");
    if (href == null) {
      href = attribute("xlink:href");
    }
    return href == null ? null : href.strip();
  }

  public @Nullable Element parent() {
    return parent;
  }

  public @Nullable Element firstChild() {
    return firstChild;
  }

  /** The next sibling. */
  public @Nullable Element next() {
    return next;
  }

  /** The sibling before. */
  public @Nullable Element previous() {
    return previous;
  }

  /** Whether it has a {@code title} or a {@code desc} of its own, which most have not. */
  public boolean isDescribed() {
    return isDescribed;
  }

  /** The first child with a tag. */
  public @Nullable Element child(Tag wanted) {
    for (Element child = firstChild; child != null; child = child.next) {
      if (child.tag == wanted) {
        return child;
      }
    }
    return null;
  }

  /** All characters in the element and its descendants. */
  public String text() {
    StringBuilder text = new StringBuilder();
    appendText(text);
    return text.toString();
  }

  private void appendText(StringBuilder text) {
    for (Element child = firstChild; child != null; child = child.next) {
      if (child.isCharacters()) {
        text.append(child.name);
      } else {
        child.appendText(text);
      }
    }
  }
}
