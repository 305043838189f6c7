package dev.deckmill.svgpptx.embed;

import dev.deckmill.svgpptx.SlideSize;
import dev.deckmill.svgpptx.dml.Blip;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A slide with all it needs, ready to be copied into a package.
 *
 * @param title the page's title, if it has one
 * @param sha256 lower-case hex, of the slide part's own bytes
 * @param layout which of the template's layouts it uses: relationship {@code rId1}
 * @param slide the slide part
 * @param notes the notes part, if it has notes; the deck knows its relationships
 * @param links its other relationships, {@code rId2} and on
 * @param media what {@code links} refer to, each once
 * @param fonts that the deck is to bring along for it, each style of a family once
 */
public record Bundle(
    SlideSize size,
    @Nullable String title,
    String sha256,
    Layout layout,
    Part slide,
    @Nullable Part notes,
    List<Link> links,
    List<Media> media,
    List<Font> fonts) {
  /** The number of the first of {@code links} in relationship ids. */
  public static final int FIRST_LINK = 2;

  /** The template's layouts. */
  public enum Layout {
    TITLE_ONLY,
    BLANK
  }

  /** A relationship of the slide. */
  public sealed interface Link {
    /** To one of the bundle's media, by its index. */
    record Picture(int media) implements Link {}

    /** To an http, https or mailto URL. */
    record Hyperlink(String url) implements Link {
      public Hyperlink {
        Objects.requireNonNull(url, "url");
      }
    }
  }

  /**
   * A media part.
   *
   * @param sha256 lower-case hex, of the file; its name in the package comes from it
   */
  public record Media(String sha256, Blip.Format format, Part part) {
    public Media {
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(format, "format");
      Objects.requireNonNull(part, "part");
    }
  }

  /**
   * A font part.
   *
   * @param typeface what the slide's text calls it
   * @param sha256 lower-case hex, of the file; its name in the package comes from it
   */
  public record Font(String typeface, boolean bold, boolean italic, String sha256, Part part) {
    public Font {
      Objects.requireNonNull(typeface, "typeface");
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(part, "part");
    }
  }

  public Bundle {
    Objects.requireNonNull(size, "size");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(layout, "layout");
    Objects.requireNonNull(slide, "slide");
    links = List.copyOf(links);
    media = List.copyOf(media);
    fonts = List.copyOf(fonts);
    for (Link link : links) {
      if (link instanceof Link.Picture picture && picture.media() >= media.size()) {
        throw new IllegalArgumentException("a link to medium " + picture.media());
      }
    }
  }
}
