package dev.deckmill.converter.child;

import dev.deckmill.svgpptx.SlideOptions;
import dev.deckmill.svgpptx.SlideSize;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One page on its way to a child.
 *
 * @param name the page's label
 * @param svg the document, plain or gzip; not copied
 * @param options what the job asked for and this installation allows
 * @param wanted what is to be made of it
 */
@SuppressWarnings("ArrayRecordComponent") // read once by the one who gets it
public record ChildRequest(String name, byte[] svg, SlideOptions options, Wanted wanted) {
  /** No slide comes near. */
  public static final int MOST_REPLY_BYTES = 512 << 20;

  /** For small pages, whose copies by {@code use} and markers are large by comparison. */
  private static final long SLACK_BYTES = 64L << 20;

  /** What a page is to become. */
  public sealed interface Wanted {
    /** A slide. */
    record ASlide() implements Wanted {}

    /** A picture to look at, so many pixels wide. */
    record APreview(int widthPixels) implements Wanted {
      public APreview {
        if (widthPixels < 1) {
          throw new IllegalArgumentException("a preview has a width");
        }
      }
    }
  }

  public ChildRequest {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(svg, "svg");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(wanted, "wanted");
  }

  /** Asks for a slide. */
  public ChildRequest(String name, byte[] svg, SlideOptions options) {
    this(name, svg, options, new Wanted.ASlide());
  }

  /**
   * How long the slide or picture in an honest reply may be, in bytes: a bundle holds the page's
   * text several times over at the worst, and its images and what is drawn as a picture with four
   * bytes to a pixel; a picture has four bytes to a pixel, a filter byte to a row (PNG §9.2) and
   * what deflate adds. No more than {@link #MOST_REPLY_BYTES}.
   */
  public int mostReplyBytes() {
    SlideOptions.Limits limits = options.limits();
    long most =
        switch (wanted) {
          case Wanted.ASlide() ->
              8 * limits.inflatedBytes()
                  + 4 * (limits.pageImagePixels() + limits.rasterPixels())
                  + SLACK_BYTES;
          case Wanted.APreview(int width) -> 5 * limits.rasterPixels() + SLACK_BYTES;
        };
    return (int) Math.min(most, MOST_REPLY_BYTES);
  }

  /** Writes the frame that {@link #read} reads; the caller flushes. */
  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(name);
    SlideSize size = options.slideSize();
    out.writeLong(size == null ? 0 : size.widthEmu());
    out.writeLong(size == null ? 0 : size.heightEmu());
    out.writeUTF(options.target().name());
    out.writeUTF(options.textProfile().name());
    out.writeUTF(options.fonts().name());
    writeLimits(out, options.limits());
    out.writeInt(
        switch (wanted) {
          case Wanted.ASlide() -> 0;
          case Wanted.APreview(int width) -> width;
        });
    out.writeInt(svg.length);
    out.write(svg);
  }

  /** The next request, or null where the parent has closed the stream between two of them. */
  static @Nullable ChildRequest read(DataInputStream in) throws IOException {
    String name;
    try {
      name = in.readUTF();
    } catch (EOFException parentIsGone) {
      return null;
    }
    SlideOptions options = readOptions(in);
    int pixels = in.readInt();
    Wanted wanted = pixels == 0 ? new Wanted.ASlide() : new Wanted.APreview(pixels);
    byte[] svg = new byte[in.readInt()];
    in.readFully(svg);
    return new ChildRequest(name, svg, options, wanted);
  }

  private static SlideOptions readOptions(DataInputStream in) throws IOException {
    long width = in.readLong();
    long height = in.readLong();
    return new SlideOptions(
        width == 0 ? null : new SlideSize(width, height),
        SlideOptions.Target.valueOf(in.readUTF()),
        SlideOptions.TextProfile.valueOf(in.readUTF()),
        SlideOptions.Fonts.valueOf(in.readUTF()),
        readLimits(in));
  }

  private static void writeLimits(DataOutputStream out, SlideOptions.Limits limits)
      throws IOException {
    out.writeLong(limits.inflatedBytes());
    out.writeInt(limits.depth());
    out.writeInt(limits.elements());
    out.writeInt(limits.entityExpansions());
    out.writeInt(limits.entityBytes());
    out.writeInt(limits.pathCommands());
    out.writeInt(limits.pagePathCommands());
    out.writeInt(limits.textChars());
    out.writeInt(limits.instances());
    out.writeLong(limits.imagePixels());
    out.writeLong(limits.pageImagePixels());
    out.writeLong(limits.rasterPixels());
  }

  private static SlideOptions.Limits readLimits(DataInputStream in) throws IOException {
    return new SlideOptions.Limits(
        in.readLong(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readInt(),
        in.readLong(),
        in.readLong(),
        in.readLong());
  }
}
