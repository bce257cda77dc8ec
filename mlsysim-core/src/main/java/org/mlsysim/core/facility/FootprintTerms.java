package org.mlsysim.core.facility;

import static org.mlsysim.api.units.Units.KILOGRAM;
import static org.mlsysim.api.units.Units.KILOWATT_HOUR;
import static org.mlsysim.api.units.Units.LITRE;
import static org.mlsysim.api.units.Units.in;

import java.util.List;
import org.mlsysim.api.Explanation;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.core.facility.SustainabilityModel.SustainabilityResult;
import org.mlsysim.core.form.BaseUnits;
import org.mlsysim.core.form.FleetUse;
import org.mlsysim.physics.facility.FleetFootprint;

/** The energy, carbon and water of a fleet, term by term. */
final class FootprintTerms {
  static List<Explanation> explain(
      SustainabilityModel.Inputs inputs, FleetUse use, SustainabilityResult result) {
    FleetFootprint.Footprint footprint = use.footprint();
    GridProfile grid = use.environment().grid();
    double years = in(BaseUnits.YEAR, inputs.serviceLifeYears());
    Term operational =
        Term.computed(
                "operational carbon",
                "C_op",
                "E_fac · CI",
                footprint.operationalCarbon(),
                "kg",
                use.facilityEnergy(footprint),
                Term.given(
                        "carbon intensity",
                        "CI",
                        in(BaseUnits.KILOGRAM_PER_JOULE, grid.carbonIntensity()),
                        "kg/J")
                    .read(grid.id() + ".carbon_intensity"))
            .from("Patterson et al. (2021)");
    Term embodied =
        Term.computed(
                "embodied charge",
                "C_emb",
                "C_made · T / L",
                footprint.embodiedCharged(),
                "kg",
                Term.given(
                    "emissions of making all", "C_made", footprint.embodiedManufactured(), "kg"),
                Term.given("time of use", "T", in(BaseUnits.YEAR, inputs.durationDays()), "year"),
                Term.given("service life", "L", years, "year"))
            .from("Gupta et al. (2022)");
    Term wue =
        Term.given(
                "water usage effectiveness",
                "WUE",
                in(BaseUnits.LITRE_PER_JOULE, grid.wue()),
                "L/J")
            .read(grid.id() + ".wue");
    return List.of(
        new Explanation(
            "total_energy_kwh",
            in(KILOWATT_HOUR, result.totalEnergyKwh()),
            "kWh",
            List.of(use.facilityEnergy(footprint))),
        new Explanation(
            "carbon_footprint_kg",
            in(KILOGRAM, result.carbonFootprintKg()),
            "kg",
            List.of(operational, embodied)),
        new Explanation(
            "water_usage_liters",
            in(LITRE, result.waterUsageLiters()),
            "L",
            List.of(use.itEnergy(footprint), wue)));
  }

  private FootprintTerms() {}
}
