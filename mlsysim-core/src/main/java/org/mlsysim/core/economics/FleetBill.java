package org.mlsysim.core.economics;

import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.USD;
import static org.mlsysim.api.units.Units.in;

import java.util.List;
import org.mlsysim.core.form.Forms;
import org.mlsysim.physics.economics.ElectricityPrice;
import org.mlsysim.physics.economics.FleetCost;
import org.mlsysim.physics.facility.FleetFootprint;

/** What a fleet costs for a use of it, and what to know about that cost. */
final class FleetBill {
  /** The bill of a use with this footprint at this price of electricity. */
  static FleetCost.Cost cost(
      EconomicsModel.Inputs inputs, FleetFootprint.Footprint footprint, PriceOfElectricity price) {
    return FleetCost.of(
        new FleetCost.Inputs(
            unitCost(inputs),
            inputs.use().devices(),
            inputs.infrastructureMultiplier(),
            in(SECOND, inputs.durationDays()),
            in(SECOND, inputs.amortizationYears()),
            footprint.facilityEnergy(),
            price.perJoule()));
  }

  /** Price of one accelerator [USD]; NaN where there is none. */
  static double unitCost(EconomicsModel.Inputs inputs) {
    return Forms.number(inputs.unitCost().or(() -> inputs.fleet().accelerator().unitCost()), USD);
  }

  /** What to know before trusting the cost, whatever the price of electricity. */
  static List<String> caveats(EconomicsModel.Inputs inputs) {
    List<String> caveats = inputs.use().caveats();
    if (Double.isNaN(unitCost(inputs))) {
      caveats.add("no price for %s: give unit_cost".formatted(inputs.fleet().accelerator().name()));
    } else if (in(SECOND, inputs.durationDays()) > in(SECOND, inputs.amortizationYears())) {
      caveats.add("The use outlasts amortization_years: the fleet is bought anew every period.");
    }
    return caveats;
  }

  /** The same with what is to be said about the price of electricity. */
  static List<String> caveats(EconomicsModel.Inputs inputs, PriceOfElectricity price) {
    List<String> caveats = caveats(inputs);
    if (price.source() == ElectricityPrice.Source.DEFAULT) {
      caveats.add(
          "%s has no electricity price on record; 0.12 USD/kWh is used."
              .formatted(inputs.use().environment().id()));
    }
    return caveats;
  }

  private FleetBill() {}
}
