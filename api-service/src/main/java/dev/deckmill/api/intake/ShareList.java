package dev.deckmill.api.intake;

import dev.deckmill.api.refusal.Refusal;
import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.part.DeckShare;
import dev.deckmill.contracts.part.DeckShare.Kind;
import dev.deckmill.contracts.part.DeckShare.Role;
import dev.deckmill.contracts.part.DeliveryOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * With whom a deck is shared: {@code writer:ann@example.com, reader:example.org, reader:anyone},
 * that is a person, everybody in a domain, and whoever has the link.
 */
final class ShareList {
  private static final Pattern DOMAIN =
      Pattern.compile("(?i)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
  private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
  private static final int LONGEST_ADDRESS = 254;
  private static final String ANYONE = "anyone";

  private ShareList() {}

  /**
   * Reads a list.
   *
   * @throws Refusal that says what is wrong, without the address
   */
  static List<DeckShare> parse(String text) {
    List<DeckShare> shares = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (String entry : text.split(",", -1)) {
      int number = shares.size() + 1;
      int colon = entry.indexOf(':');
      if (colon < 0) {
        throw invalid(number, "has no colon between role and address");
      }
      String whom = entry.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
      shares.add(share(number, role(number, entry.substring(0, colon).strip()), whom));
      if (!seen.add(whom)) {
        throw invalid(number, "names somebody whom an earlier one names");
      }
    }
    if (shares.size() > DeliveryOptions.MOST_SHARES) {
      throw Refusal.of(
          ErrorType.OPTION_INVALID,
          "share has %d entries; up to %d are allowed. Share the folder with a group instead."
              .formatted(shares.size(), DeliveryOptions.MOST_SHARES));
    }
    return shares;
  }

  private static Role role(int number, String word) {
    return switch (word) {
      case "reader" -> Role.READER;
      case "commenter" -> Role.COMMENTER;
      case "writer" -> Role.WRITER;
      // Strings are no closed set.
      default -> throw invalid(number, "begins with none of reader:, commenter:, writer:");
    };
  }

  private static DeckShare share(int number, Role role, String whom) {
    if (whom.equals(ANYONE)) {
      if (role == Role.WRITER) {
        throw invalid(number, "would let anyone write; anyone can be reader or commenter");
      }
      return new DeckShare(Kind.ANYONE, null, role);
    }
    int at = whom.lastIndexOf('@');
    boolean address =
        whom.length() <= LONGEST_ADDRESS
            && DOMAIN.matcher(whom.substring(at + 1)).matches()
            && (at < 0 || LOCAL.matcher(whom.substring(0, at)).matches());
    if (!address) {
      throw invalid(number, "has neither an e-mail address, nor a domain, nor \"anyone\"");
    }
    return new DeckShare(at < 0 ? Kind.DOMAIN : Kind.USER, whom, role);
  }

  private static Refusal invalid(int number, String why) {
    return Refusal.of(
        ErrorType.OPTION_INVALID,
        ("Entry %d of share %s. Write such as: writer:ann@example.com, reader:example.org,"
                + " reader:anyone")
            .formatted(number, why));
  }
}
