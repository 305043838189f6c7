package dev.deckmill.svgpptx.font.choice;

import dev.deckmill.svgpptx.font.family.Family;
import dev.deckmill.svgpptx.font.family.FamilyTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code font-family} list asks for, in the names that the family table knows.
 *
 * @param named real families, first choice first; those after a generic family left out, unless it
 *     is the system's
 * @param later real families after a generic one: browsers never come to them, fontconfig does
 * @param generic the first generic family; the system's only where there is no other
 * @param weight 1 to 1000
 */
public record Wanted(
    List<String> named, List<String> later, @Nullable Generic generic, int weight, boolean italic) {
  public Wanted {
    named = List.copyOf(named);
    later = List.copyOf(later);
  }

  public static Wanted of(List<String> families, int weight, boolean italic) {
    List<String> named = new ArrayList<>();
    List<String> later = new ArrayList<>();
    Generic generic = null;
    int boldest = weight;
    boolean slanted = italic;
    for (String name : families) {
      Generic found = Generic.of(name);
      if (found != null) {
        generic = generic == null || generic == Generic.SYSTEM ? found : generic;
        continue;
      }
      String family = known(name);
      if (named.isEmpty() && !family.equals(name.strip()) && name.indexOf('-') > 0) {
        // A PostScript name says its style itself: Illustrator writes 'MyriadPro-Bold'.
        String style = name.substring(name.indexOf('-')).toLowerCase(Locale.ROOT);
        boldest = weight == 400 && style.contains("bold") ? 700 : weight;
        slanted |= style.contains("ital") || style.contains("obl");
      }
      boolean reached = generic == null || generic == Generic.SYSTEM;
      (reached ? named : later).add(family);
    }
    return new Wanted(named, later, generic, boldest, slanted);
  }

  /** The name as the table writes it, found under aliases and PostScript names; else as it is. */
  private static String known(String name) {
    String plain = name.strip();
    Family family = FamilyTable.KNOWN.find(plain);
    int dash = plain.indexOf('-');
    if (family == null && dash > 0) {
      String base = plain.substring(0, dash);
      family = FamilyTable.KNOWN.find(base);
      if (family == null) {
        family = FamilyTable.KNOWN.find(base.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2"));
      }
    }
    return family == null ? plain : family.name();
  }

  /** The first family that the page names; null where it names none. */
  public @Nullable String first() {
    return named.isEmpty() ? null : named.getFirst();
  }

  /** What the first known family looks like; sans serif where none is known. */
  public Generic look() {
    if (generic != null && generic != Generic.SYSTEM) {
      return generic;
    }
    for (String name : named) {
      Family family = FamilyTable.KNOWN.find(name);
      if (family != null) {
        return Generic.of(family.look());
      }
    }
    return guess(generic == Generic.SYSTEM || named.isEmpty() ? "sans" : named.getFirst());
  }

  /** Unknown families often say what they are. */
  private static Generic guess(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    if (key.contains("mono") || key.contains("code") || key.contains("typewriter")) {
      return Generic.MONOSPACE;
    }
    boolean serif = key.contains("serif") && !key.contains("sans");
    return serif ? Generic.SERIF : Generic.SANS_SERIF;
  }
}
