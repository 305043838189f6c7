package dev.deckmill.service.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.deckmill.contracts.message.DeckUploaded;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeliveryOptions;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Messages as they were sent before fields were added to them. */
class OlderSendersTest {
  @Test
  void ordersWithoutOptionsAskForTheFileAlone() throws IOException {
    UploadDeck order =
        Wire.read(
            """
            {"jobId":"job-7","tenant":"acme","deck":{"key":"k","offset":0,"length":4,"sha256":"%s"},
             "fileName":"a.pptx","folderPath":["b"],"parentFolderId":"c","run":2}
            """
                .formatted("0123456789abcdef".repeat(4))
                .getBytes(UTF_8),
            UploadDeck.class);
    assertThat(order.options()).isNull();
    assertThat(order.optionsOrNone()).isEqualTo(DeliveryOptions.NONE);
    assertThat(order.optionsOrNone().sharesOrNone()).isEmpty();
    assertThat(order.optionsOrNone().mails()).isFalse();
  }

  @Test
  void answersWithoutCountsAreRead() throws IOException {
    DeckUploaded answer =
        Wire.read(
            """
            {"jobId":"job-7","tenant":"acme","fileId":"f","folderId":"g","bytes":4,"chunks":1,
             "attempts":1,"uploadMicros":9,"run":2}
            """
                .getBytes(UTF_8),
            DeckUploaded.class);
    assertThat(answer.resumes()).isNull();
    assertThat(answer.slides()).isNull();
    assertThat(answer.pictures()).isNull();
  }
}
