package org.mlsysim.api.catalog;

import java.util.List;
import javax.measure.Quantity;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.Findings;
import org.mlsysim.api.units.Units;
import org.mlsysim.api.units.UnknownUnitException;
import org.mlsysim.api.wire.Wire;

/** Reads figures whose unit only the record knows. */
final class Figures {
  static Quantity<?> quantity(Wire wire, String path) {
    if (wire instanceof Wire.Num num) {
      return Units.of(num.value(), Units.ONE);
    }
    if (wire instanceof Wire.Amount amount) {
      return Units.parseQuantity(Units.number(amount.value()) + " " + amount.unit());
    }
    if (wire instanceof Wire.Text text) {
      try {
        return Units.parseQuantity(text.value());
      } catch (NumberFormatException e) {
        throw refused(path, text.value());
      } catch (UnknownUnitException e) {
        throw new BadInputException(
            List.of(Findings.unitMismatch(path, text.value(), "", String.valueOf(e.getMessage()))));
      }
    }
    throw refused(path, "something else");
  }

  private static BadInputException refused(String path, String value) {
    return new BadInputException(
        List.of(Findings.wrongType(path, value, "a number or a quantity")));
  }

  private Figures() {}
}
