package org.mlsysim.api.catalog;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.Unit;
import org.apiguardian.api.API;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;

/** A price: money per hour, kilowatt-hour, byte, request, or whatever is sold. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Price(
    @Port(doc = "display name") String name,
    @Port(doc = "what the price is for") Optional<String> meaning,
    @Port(doc = "a quantity in the unit it is charged in") Wire rate,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {

  public Price {
    Figures.quantity(rate, "rate");
  }

  /** The price in the unit it is charged in. */
  public Quantity<?> quantity() {
    return Figures.quantity(rate, "rate");
  }

  /**
   * The price in a unit.
   *
   * @throws org.mlsysim.api.units.IncommensurableUnitException if it is charged for something else
   */
  public double in(Unit<?> unit) {
    return Units.convert(quantity(), unit);
  }
}
