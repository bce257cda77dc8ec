package org.mlsysim.api.catalog;

import java.util.Map;
import java.util.Optional;
import javax.measure.Quantity;
import org.apiguardian.api.API;
import org.mlsysim.api.port.Port;
import org.mlsysim.api.wire.Wire;

/**
 * A registry record of a kind that no law needs as a type of its own: technology figures, fitted
 * curves, number formats, figures of a lab.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OpenRecord(
    @Port(doc = "display name") String name,
    @Port(doc = "the fields of the record, as they are written", defaultValue = "")
        Map<String, Wire> fields,
    @Port(hidden = true, doc = "where the record comes from") Optional<Origin> origin)
    implements Registered {

  /** The value of a field, if the record has it. */
  public Optional<Wire> field(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  /**
   * The number or quantity of a field, if the record has it.
   *
   * @throws org.mlsysim.api.error.BadInputException if the field is neither
   */
  public Optional<Quantity<?>> quantity(String field) {
    return field(field).map(wire -> Figures.quantity(wire, field));
  }
}
