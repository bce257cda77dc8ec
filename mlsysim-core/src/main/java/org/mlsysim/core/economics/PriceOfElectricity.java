package org.mlsysim.core.economics;

import static org.mlsysim.api.units.Units.USD_PER_KWH;
import static org.mlsysim.api.units.Units.in;

import java.util.Locale;
import java.util.Optional;
import javax.measure.Quantity;
import org.mlsysim.api.infrastructure.Datacenter;
import org.mlsysim.api.infrastructure.Environment;
import org.mlsysim.api.units.EnergyPrice;
import org.mlsysim.api.units.Units;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.economics.ElectricityPrice;

/**
 * The price of electricity that holds somewhere, and who states it.
 *
 * @param perKwh the price, as it was stated
 * @param source who states it
 */
record PriceOfElectricity(Quantity<EnergyPrice> perKwh, ElectricityPrice.Source source) {
  /** The price where none is stated, as it is printed: 0.12 USD/kWh. */
  private static final double DEFAULT =
      Units.convert(ElectricityPrice.DEFAULT, BaseUnits.USD_PER_JOULE, USD_PER_KWH);

  /** The nearest price stated: the argument, the datacenter's, the grid's, else the default. */
  static PriceOfElectricity of(Optional<Quantity<EnergyPrice>> argument, Environment environment) {
    Optional<Quantity<EnergyPrice>> site =
        environment instanceof Datacenter datacenter
            ? datacenter.electricityPrice()
            : Optional.empty();
    Optional<Quantity<EnergyPrice>> grid = environment.grid().electricityPrice();
    ElectricityPrice.Source source =
        ElectricityPrice.source(
            Forms.number(argument, BaseUnits.USD_PER_JOULE),
            Forms.number(site, BaseUnits.USD_PER_JOULE),
            Forms.number(grid, BaseUnits.USD_PER_JOULE));
    Quantity<EnergyPrice> perKwh =
        argument.or(() -> site).or(() -> grid).orElseGet(() -> Units.of(DEFAULT, USD_PER_KWH));
    return new PriceOfElectricity(perKwh, source);
  }

  /** The price [USD/J]. */
  double perJoule() {
    return in(BaseUnits.USD_PER_JOULE, perKwh);
  }

  /** Who states it, in a word. */
  String from() {
    return source.name().toLowerCase(Locale.ROOT);
  }
}
