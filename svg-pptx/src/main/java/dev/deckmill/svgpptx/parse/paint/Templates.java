package dev.deckmill.svgpptx.parse.paint;

import dev.deckmill.svgpptx.ir.Affine;
import dev.deckmill.svgpptx.ir.Box;
import dev.deckmill.svgpptx.parse.css.Property;
import dev.deckmill.svgpptx.parse.css.Style;
import dev.deckmill.svgpptx.parse.document.DocumentContext;
import dev.deckmill.svgpptx.parse.document.Frame;
import dev.deckmill.svgpptx.parse.document.References;
import dev.deckmill.svgpptx.parse.document.Transforms;
import dev.deckmill.svgpptx.parse.xml.Element;
import dev.deckmill.svgpptx.parse.xml.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A paint server or filter with those it takes over from by {@code href} (SVG 2 §14.1.1), nearest
 * first.
 *
 * @param chain empty where the element leads back to itself
 */
public record Templates(List<Element> chain) {
  /** The chain of an element through elements with these tags; a loop ends it, with a finding. */
  public static Templates of(Element element, Set<Tag> tags, References references) {
    List<Element> chain = new ArrayList<>(2);
    Element next = element;
    while (next != null && references.enter(next, element)) {
      chain.add(next);
      String href = next.href();
      Element target = href == null || href.isEmpty() ? null : references.target(next, href);
      next = target != null && tags.contains(target.tag()) ? target : null;
    }
    for (int i = 0; i < chain.size(); i++) {
      references.leave();
    }
    return new Templates(chain);
  }

  Element first() {
    return chain.get(0);
  }

  /** The attribute of the nearest that has it. */
  public @Nullable String attribute(String name) {
    for (Element element : chain) {
      String value = element.attribute(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** The attribute of the nearest that has it among those with a tag. */
  @Nullable String attribute(String name, Tag tag) {
    for (Element element : chain) {
      String value = element.tag() == tag ? element.attribute(name) : null;
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** gradientTransform or patternTransform of the nearest that has it. */
  Affine transform(DocumentContext document, Frame frame, Supplier<@Nullable Box> bounds) {
    for (Element element : chain) {
      Style style = document.styleInDocument(element);
      if (style.get(Property.TRANSFORM) != null) {
        return Transforms.of(style, frame, bounds);
      }
    }
    return Affine.IDENTITY;
  }

  /** Whether a units attribute says userSpaceOnUse; anything invalid is its initial value. */
  public boolean isUserSpace(String name, boolean initial) {
    String value = attribute(name);
    return value == null
        ? initial
        : switch (value) {
          case "userSpaceOnUse" -> true;
          case "objectBoundingBox" -> false;
          default -> initial;
        };
  }
}
