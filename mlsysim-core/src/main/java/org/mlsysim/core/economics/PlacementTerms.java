package org.mlsysim.core.economics;

import static org.mlsysim.api.units.Units.in;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.core.economics.EconomicsModel.EconomicsResult;
import org.mlsysim.core.economics.PlacementOptimizer.PlacementOptimizerResult;
import org.mlsysim.core.form.BaseUnits;

/** What the winning region costs and emits, term by term. */
final class PlacementTerms {
  static List<Explanation> explain(
      PlacementOptimizer.Inputs inputs, PlacementOptimizerResult result) {
    GridProfile best =
        inputs.regions().stream()
            .filter(region -> region.id().equals(result.bestRegion()))
            .findFirst()
            .orElseThrow();
    EconomicsModel.Inputs there = inputs.at(best);
    EconomicsModel model = new EconomicsModel();
    EconomicsResult economics = model.solve(there);
    Explanation cost = model.explain(there, economics).get(0);
    return List.of(
        new Explanation(
            "objective_value",
            result.objectiveValue().orElseThrow(),
            result.objectiveUnit(),
            List.of(
                Term.computed(
                    "cost in " + best.id(),
                    result.priced() ? "TCO" : "energy",
                    "",
                    cost.value(),
                    "USD",
                    cost.terms().toArray(Term[]::new)),
                Term.given("price of carbon", "tax", inputs.carbonTaxPerTon(), "USD/t"),
                Term.given(
                        "carbon footprint",
                        "C",
                        in(BaseUnits.TONNE, economics.carbonFootprintKg()),
                        "t")
                    .from("Patterson et al. (2021)"))));
  }

  private PlacementTerms() {}
}
