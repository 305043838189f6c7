package dev.deckmill.drive.google;

import com.google.api.services.drive.model.Permission;
import dev.deckmill.contracts.part.DeckShare;
import dev.deckmill.contracts.part.DeliveryOptions;
import dev.deckmill.drive.google.client.DriveClient;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives people leave to do something with a file. Whoever has it already is left alone, so that an
 * order that comes again sends no second mail; nobody's leave is taken away.
 */
final class Sharing {
  /** Each allows what those before it do. */
  private static final List<String> ROLES =
      List.of("reader", "commenter", "writer", "fileOrganizer", "organizer", "owner");

  private final DriveClient client;

  Sharing(DriveClient client) {
    this.client = client;
  }

  void share(String fileId, DeliveryOptions options) throws IOException {
    if (options.sharesOrNone().isEmpty()) {
      return;
    }
    List<Permission> given = client.permissions(fileId);
    for (DeckShare share : options.sharesOrNone()) {
      Optional<Permission> there =
          given.stream().filter(permission -> isAbout(permission, share)).findFirst();
      String role = word(share.role());
      if (there.isEmpty()) {
        client.give(fileId, permission(share), options.mails());
      } else if (allowsLess(there.get().getRole(), role)) {
        client.changeRole(fileId, there.get().getId(), role);
      }
    }
  }

  /** An owner who is named as a reader stays the owner, and so on down to the same role. */
  private static boolean allowsLess(String given, String wanted) {
    return ROLES.contains(given) && ROLES.indexOf(given) < ROLES.indexOf(wanted);
  }

  /** Drive returns addresses in its own spelling of upper and lower case. */
  private static boolean isAbout(Permission permission, DeckShare share) {
    return word(share.kind()).equals(permission.getType())
        && switch (share.kind()) {
          case USER -> same(share.grantee(), permission.getEmailAddress());
          case DOMAIN -> same(share.grantee(), permission.getDomain());
          case ANYONE -> true;
        };
  }

  private static boolean same(@Nullable String one, @Nullable String other) {
    return one != null && one.equalsIgnoreCase(other);
  }

  private static Permission permission(DeckShare share) {
    Permission permission =
        new Permission().setType(word(share.kind())).setRole(word(share.role()));
    return switch (share.kind()) {
      case USER -> permission.setEmailAddress(share.grantee());
      case DOMAIN -> permission.setDomain(share.grantee());
      // Whoever has the link, not whoever searches.
      case ANYONE -> permission.setAllowFileDiscovery(false);
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
