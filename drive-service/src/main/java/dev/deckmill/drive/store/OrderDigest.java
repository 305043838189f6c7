package dev.deckmill.drive.store;

import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeckPictures;
import dev.deckmill.contracts.part.DeckShare;
import dev.deckmill.contracts.part.DeliveryOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A digest of all that an order asks for: two orders with the same one are met by the same files.
 * Which run they belong to is no part of it.
 */
final class OrderDigest {
  private final MessageDigest digest;

  private OrderDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  static String of(UploadDeck order) {
    OrderDigest all = new OrderDigest();
    all.add(order.deck().sha256());
    all.add(order.fileName());
    order.folderPath().forEach(all::add);
    all.add(null);
    all.add(order.parentFolderId());
    all.addOptions(order.optionsOrNone());
    return HexFormat.of().formatHex(all.digest.digest());
  }

  private void addOptions(DeliveryOptions options) {
    add(options.description());
    for (DeckShare share : options.sharesOrNone()) {
      add(share.kind().name());
      add(share.grantee());
      add(share.role().name());
    }
    add(null);
    add(options.wantsGoogleSlides() + " " + options.keepsRevisions());
    DeckPictures pictures = options.pictures();
    add(pictures == null ? null : pictures.place() + " " + pictures.list().sha256());
  }

  /** With its length before it, so that no two lists of texts look the same. */
  private void add(@Nullable String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    String length = text == null ? "-" : Integer.toString(bytes.length);
    digest.update((length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
  }
}
