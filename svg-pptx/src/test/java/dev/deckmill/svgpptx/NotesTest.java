package dev.deckmill.svgpptx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.svgpptx.SlidesToDeck.DeckOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFNotes;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.junit.jupiter.api.Test;

/** What a page says of itself becomes the notes of its slide. */
class NotesTest {
  private static final String PLAIN = "<rect width=\"9\" height=\"9\"/>";
  private static final String SAID =
      "<desc>\n  Say <tspan>hello</tspan> &amp;\n  smile.\n  \n\n  Then ]]&gt; go.\n</desc>"
          + PLAIN;

  @Test
  void poiReadsTheNotesOfTheSlidesThatHaveThem() throws Exception {
    byte[] deck = deck(PLAIN, SAID, PLAIN, "<desc>Last</desc>");
    assertThat(PptxCheck.problems(deck)).isEmpty();
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(deck))) {
      assertThat(show.getSlides())
          .extracting(NotesTest::notes)
          .containsExactly(
              List.of(), List.of("Say hello & smile.", "Then ]]> go."), List.of(), List.of("Last"));
      XSLFNotes notes = show.getSlides().get(1).getNotes();
      assertThat(notes.getMasterSheet().getPlaceholders()).hasSize(2);
      assertThat(show.getNotesMaster()).isNotNull();
    }
  }

  @Test
  void aDeckWithoutNotesHasNoPartForThem() throws Exception {
    assertThat(PptxCheck.parts(deck(PLAIN)).keySet())
        .noneMatch(part -> part.contains("notes") || part.contains("theme2"));
  }

  @Test
  void notesTravelInTheBundleAndGiveTheSameBytes() throws Exception {
    ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    slide(SAID).writeTo(bundle);
    Slide read = Slide.read(new ByteArrayInputStream(bundle.toByteArray()));
    assertThat(deck(List.of(read))).isEqualTo(deck(SAID)).isEqualTo(deck(SAID));
  }

  @Test
  void aDescriptionInTheMetadataCountsWhereThePageHasNoDesc() throws Exception {
    String metadata =
        """
        <metadata xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
          xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
          <rdf:RDF><cc:Work><dc:title>Sales</dc:title><dc:description>Up again.</dc:description>
          </cc:Work></rdf:RDF></metadata>
        """;
    assertThat(notesOf(metadata)).containsExactly("Up again.");
    assertThat(slide(metadata).title()).isEqualTo("Sales");
    assertThat(notesOf("<desc>Down.</desc>" + metadata)).containsExactly("Down.");
  }

  @Test
  void whatAProgramSaysOfItselfIsNoNote() throws Exception {
    assertThat(notesOf("<desc>Created with Sketch.</desc>")).isEmpty();
    assertThat(notesOf("<desc>  </desc>")).isEmpty();
  }

  private static List<String> notesOf(String content) throws Exception {
    try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(deck(content)))) {
      return notes(show.getSlides().get(0));
    }
  }

  private static List<String> notes(XSLFSlide slide) {
    XSLFNotes notes = slide.getNotes();
    return notes == null
        ? List.of()
        : notes.getTextParagraphs().stream()
            .flatMap(List::stream)
            .map(XSLFTextParagraph::getText)
            .toList();
  }

  private static byte[] deck(String... contents) throws Exception {
    List<Slide> slides = new java.util.ArrayList<>();
    for (String content : contents) {
      slides.add(slide(content));
    }
    return deck(slides);
  }

  private static byte[] deck(List<Slide> slides) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (SlidesToDeck deck = new SlidesToDeck(out, new DeckOptions("Notes", SlideSize.WIDE))) {
      for (Slide slide : slides) {
        deck.add(slide);
      }
    }
    return out.toByteArray();
  }

  private static Slide slide(String content) throws Exception {
    String svg =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1280\" height=\"720\">"
            + content
            + "</svg>";
    return new SvgToSlide(SlideOptions.defaults())
        .convert(new Page("p", svg.getBytes(StandardCharsets.UTF_8)));
  }
}
