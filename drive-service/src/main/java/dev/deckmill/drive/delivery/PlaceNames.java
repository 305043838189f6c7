package dev.deckmill.drive.delivery;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.UploadDeck;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The path of a deck in a place that has paths: the tenant's own beginning, the order's folders,
 * the file. Names come cleaned; here is checked once more that none of them leads elsewhere.
 */
public final class PlaceNames {
  /** What common file systems take, with some room for what is put before or after a name. */
  private static final int MOST_BYTES = 240;

  private static final String UNRESERVED = "-._~";

  private PlaceNames() {}

  /**
   * The folders of an order, the tenant's own first.
   *
   * @throws DeliveryException if one of them would lead elsewhere
   */
  public static List<String> folders(UploadDeck order) throws DeliveryException {
    List<String> all = new ArrayList<>();
    all.add(ofTenant(order.tenant()));
    for (String name : order.folderPath()) {
      all.add(checked(name));
    }
    return List.copyOf(all);
  }

  /**
   * The name of the file.
   *
   * @param copy 1 for the name itself, 2 and on where that is taken
   * @throws DeliveryException if it would lead elsewhere
   */
  public static String file(UploadDeck order, int copy) throws DeliveryException {
    String name = order.fileName();
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 ? name.substring(dot) : "";
    String stem = dot > 0 ? name.substring(0, dot) : name;
    String mark = copy == 1 ? "" : " (" + copy + ")";
    int room = MOST_BYTES - bytes(mark) - bytes(ending);
    return checked(cut(stem, Math.max(1, room)) + mark + ending);
  }

  /** A tenant's own folder: one for each tenant, whatever it is called. */
  public static String ofTenant(String tenant) {
    String encoded = encoded(tenant);
    // A folder of only dots would be another one.
    return encoded.matches("\\.+") ? encoded.replace(".", "%2E") : encoded;
  }

  private static String checked(String name) throws DeliveryException {
    boolean elsewhere =
        name.isBlank()
            || name.equals(".")
            || name.equals("..")
            || name.chars().anyMatch(c -> c == '/' || c == '\\' || c < ' ' || c == 0x7f);
    if (elsewhere) {
      throw DeliveryException.lasting(
          ErrorType.NAME_INVALID,
          "A folder's or the file's name can't be used as one; choose another title or folder");
    }
    return cut(name, MOST_BYTES);
  }

  private static String cut(String name, int most) {
    String cut = name;
    while (bytes(cut) > most) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** As a segment of an address (RFC 3986 §3.3). */
  public static String encoded(String segment) {
    StringBuilder text = new StringBuilder();
    for (byte one : segment.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (one & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      text.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return text.toString();
  }
}
