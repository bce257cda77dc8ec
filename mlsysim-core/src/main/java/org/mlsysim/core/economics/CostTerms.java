package org.mlsysim.core.economics;

import static org.mlsysim.api.units.Units.in;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.core.form.FleetUse;
import org.mlsysim.physics.economics.FleetCost;
import org.mlsysim.physics.facility.FleetFootprint;

/** Why a fleet costs what it costs: its TCO term by term, or its energy where it has no price. */
final class CostTerms {
  private static final String SOURCE = "Barroso, Hölzle, Ranganathan (2018)";

  static Explanation of(
      EconomicsModel.Inputs inputs, FleetFootprint.Footprint footprint, PriceOfElectricity price) {
    FleetCost.Cost cost = FleetBill.cost(inputs, footprint, price);
    Term[] energy = {
      inputs.use().facilityEnergy(footprint),
      Term.given(
          "price of electricity, stated by " + price.from(), "price", price.perJoule(), "USD/J")
    };
    if (!cost.priced()) {
      return new Explanation("opex_energy_usd", cost.energy(), "USD", List.of(energy));
    }
    Term purchase = purchase(inputs, cost);
    Term time = Term.given("time of use", "T", in(BaseUnits.YEAR, inputs.durationDays()), "year");
    Term period =
        Term.given("write-off", "A", in(BaseUnits.YEAR, inputs.amortizationYears()), "year");
    Term capital =
        Term.computed(
                "share of the purchase",
                "capital",
                "CapEx · T / A",
                cost.capital(),
                "USD",
                purchase,
                time,
                period)
            .from(SOURCE);
    Term maintenance =
        Term.computed(
                "maintenance",
                "maintenance",
                "CapEx · 0.05 · T / year",
                cost.maintenance(),
                "USD",
                purchase,
                time)
            .from(SOURCE);
    Term electricity =
        Term.computed("electricity", "energy", "E_fac · price", cost.energy(), "USD", energy);
    return new Explanation(
        "tco_usd", cost.tco(), "USD", List.of(capital, maintenance, electricity));
  }

  private static Term purchase(EconomicsModel.Inputs inputs, FleetCost.Cost cost) {
    FleetUse use = inputs.use();
    Term each = Term.given("price of one accelerator", "c", FleetBill.unitCost(inputs), "USD");
    return Term.computed(
        "full purchase",
        "CapEx",
        "c · N · m",
        cost.purchase(),
        "USD",
        inputs.unitCost().isPresent()
            ? each
            : each.read(use.fleet().accelerator().id() + ".unit_cost"),
        Term.given("accelerators", "N", use.devices(), ""),
        Term.given("purchase over accelerators", "m", inputs.infrastructureMultiplier(), ""));
  }

  private CostTerms() {}
}
