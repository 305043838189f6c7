package dev.deckmill.drive.delivery;

import dev.deckmill.contracts.ErrorType;
import dev.deckmill.contracts.message.UploadDeck;
import dev.deckmill.contracts.part.DeckTarget;
import java.util.EnumMap;
import java.util.Map;

/** Every place that is set up, and the way of each order to its own. */
public final class Destinations implements DeliveryTarget {
  private final Map<DeckTarget, DeliveryTarget> places = new EnumMap<>(DeckTarget.class);

  /**
   * @param places those that are set up
   */
  public Destinations(Map<DeckTarget, DeliveryTarget> places) {
    this.places.putAll(places);
  }

  @Override
  public Delivered deliver(UploadDeck order, DeliveryWatch watch) throws DeliveryException {
    DeliveryTarget place = places.get(order.place());
    if (place == null) {
      throw DeliveryException.lasting(
          ErrorType.OPTION_INVALID,
          "drive-service is not set up for delivery="
              + order.place().wireName()
              + ". The operator sets deckmill.drive."
              + order.place().wireName()
              + ".*, or removes it from deckmill.api.deliveries");
    }
    return place.deliver(order, watch);
  }
}
