package org.mlsysim.api.catalog;

import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.Unit;
import org.apiguardian.api.API;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.wire.Wire;

/** A figure with a name: one number or quantity, and what it means. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Constant(
    @Port(doc = "display name") String name,
    @Port(doc = "what the figure means") Optional<String> meaning,
    @Port(doc = "a number, or a quantity in its own unit") Wire value,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {

  public Constant {
    Figures.quantity(value, "value");
  }

  /** The figure; dimensionless where it is a plain number. */
  public Quantity<?> quantity() {
    return Figures.quantity(value, "value");
  }

  /**
   * The figure in a unit.
   *
   * @throws org.mlsysim.api.units.IncommensurableUnitException if it measures something else
   */
  public double in(Unit<?> unit) {
    return Units.convert(quantity(), unit);
  }
}
