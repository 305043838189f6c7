package dev.deckmill.svgpptx.parse.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class JpegFileTest {
  private static final int[] END = {0xff, 0xd9};

  /**
   * What cameras write before the pixels: a small picture of the picture, with an end of its own.
   */
  private static final int[] THUMBNAIL = {0xff, 0xe1, 0, 6, 0xff, 0xd8, 0xff, 0xd9};

  private static final int[] SCAN = {0xff, 0xda, 0, 4, 1, 0};
  private static final int[] PIXELS = {1, 2, 3, 0xff, 0, 4};

  @Test
  void aThumbnailsEndIsNotThePictures() {
    assertThat(JpegFile.hasEnd(file(THUMBNAIL, SCAN, PIXELS))).isFalse();
    assertThat(JpegFile.hasEnd(file(THUMBNAIL, SCAN, PIXELS, END))).isTrue();
  }

  @Test
  void whatStandsBehindTheEndDoesNotHideIt() {
    assertThat(JpegFile.hasEnd(file(SCAN, PIXELS, END, new int[] {7, 7, 7}))).isTrue();
  }

  @Test
  void anEndedFileHasAnEnd() {
    byte[] cut = file(THUMBNAIL, SCAN, PIXELS);
    assertThat(JpegFile.hasEnd(JpegFile.ended(cut))).isTrue();
  }

  @Test
  void aFileCutBeforeItsPixelsHasNone() {
    assertThat(JpegFile.hasPixels(file(THUMBNAIL, SCAN))).isFalse();
    assertThat(JpegFile.hasPixels(file(THUMBNAIL, SCAN, PIXELS))).isTrue();
    assertThat(JpegFile.hasEnd(file(THUMBNAIL))).isFalse();
  }

  private static byte[] file(int[]... pieces) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(0xff);
    file.write(0xd8);
    for (int[] piece : pieces) {
      for (int value : piece) {
        file.write(value);
      }
    }
    return file.toByteArray();
  }
}
