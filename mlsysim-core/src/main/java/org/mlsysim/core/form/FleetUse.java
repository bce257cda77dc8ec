package org.mlsysim.core.form;

import static org.mlsysim.api.units.Units.KILOGRAM;
import static org.mlsysim.api.units.Units.SECOND;
import static org.mlsysim.api.units.Units.WATT;
import static org.mlsysim.api.units.Units.in;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.measure.Quantity;
import javax.measure.quantity.Mass;
import javax.measure.quantity.Time;
import org.mlsysim.api.Explanation.Term;
import org.mlsysim.api.error.BadInputException;
import org.mlsysim.api.error.ErrorCode;
import org.mlsysim.api.error.Finding;
import org.mlsysim.api.infrastructure.Environment;
import org.mlsysim.api.infrastructure.GridProfile;
import org.mlsysim.api.system.Fleet;
import org.mlsysim.api.units.Units;
import org.mlsysim.physics.facility.FleetFootprint;

/**
 * A fleet at work somewhere for some time: what the models of footprint and cost are asked about.
 *
 * <p>Energy, carbon, water and price all come from one environment.
 *
 * @param fleet the fleet
 * @param duration time of use
 * @param datacenter where it stands, if stated
 * @param grid what feeds it, if stated
 * @param defaultGrid what feeds it where nothing is stated
 * @param mfu utilisation, 0 to 1
 * @param itRatio IT power over accelerator power
 * @param embodied emissions of making one accelerator, if stated
 * @param includeEmbodied whether the accelerator's record states them otherwise
 * @param serviceLife time from purchase to retirement
 */
public record FleetUse(
    Fleet fleet,
    Quantity<Time> duration,
    Optional<Environment> datacenter,
    Optional<GridProfile> grid,
    GridProfile defaultGrid,
    double mfu,
    double itRatio,
    Optional<Quantity<Mass>> embodied,
    boolean includeEmbodied,
    Quantity<Time> serviceLife) {

  /**
   * Checks the rules between the inputs of a use.
   *
   * @throws BadInputException if the accelerator has no design power, its embodied carbon is asked
   *     for and nowhere stated, or datacenter and grid disagree; it names every such port
   */
  public static void check(
      Fleet fleet,
      Optional<Environment> datacenter,
      Optional<GridProfile> grid,
      Optional<Quantity<Mass>> embodied,
      boolean includeEmbodied) {
    List<Finding> findings = new ArrayList<>();
    String accelerator = fleet.accelerator().name();
    if (fleet.accelerator().tdp().isEmpty()) {
      findings.add(
          Finding.of(
                  ErrorCode.INPUT_MISSING,
                  "fleet.node.accelerator.tdp",
                  accelerator + " has no TDP specified.")
              .withHint("Give a fleet whose accelerator states its design power."));
    }
    if (includeEmbodied && embodied.or(() -> fleet.accelerator().embodiedCarbon()).isEmpty()) {
      findings.add(
          Finding.of(
                  ErrorCode.INPUT_MISSING,
                  "embodied_carbon_per_device",
                  "include_embodied is true, but %s has no embodied carbon on record."
                      .formatted(accelerator))
              .withHint("Give embodied_carbon_per_device."));
    }
    if (datacenter.isPresent() && grid.isPresent() && !datacenter.get().grid().equals(grid.get())) {
      findings.add(
          Finding.of(
                  ErrorCode.INPUT_CONFLICT,
                  "grid",
                  "grid is %s, but the grid of datacenter %s is %s."
                      .formatted(
                          grid.get().id(), datacenter.get().id(), datacenter.get().grid().id()))
              .withHint("Give one of the two."));
    }
    if (!findings.isEmpty()) {
      throw new BadInputException(findings);
    }
  }

  /** The one environment: the nearest that is stated, else the default grid. */
  public Environment environment() {
    return datacenter.or(() -> grid).or(fleet::datacenter).or(fleet::region).orElse(defaultGrid);
  }

  /** How many accelerators the fleet has. */
  public double devices() {
    return fleet.acceleratorTotal();
  }

  /** The footprint's plain form. */
  public FleetFootprint.Footprint footprint() {
    GridProfile source = environment().grid();
    return FleetFootprint.of(
        new FleetFootprint.Inputs(
            Forms.number(fleet.accelerator().tdp(), WATT),
            devices(),
            in(SECOND, duration),
            mfu,
            itRatio,
            environment().effectivePue(),
            in(BaseUnits.KILOGRAM_PER_JOULE, source.carbonIntensity()),
            in(BaseUnits.LITRE_PER_JOULE, source.wue()),
            embodiedPerDevice(),
            in(SECOND, serviceLife)));
  }

  /** Embodied carbon charged to one accelerator over its life [kg]; 0 where none is asked for. */
  public double embodiedPerDevice() {
    Optional<Quantity<Mass>> recorded =
        includeEmbodied ? fleet.accelerator().embodiedCarbon() : Optional.empty();
    return embodied.or(() -> recorded).map(mass -> in(KILOGRAM, mass)).orElse(0.0);
  }

  /** What to know before trusting the footprint. */
  public List<String> caveats() {
    List<String> caveats = new ArrayList<>();
    if (itRatio == 1) {
      caveats.add("Accelerators only: it_ratio is 1, which leaves out hosts, network and losses.");
    }
    if (mfu < 1) {
      caveats.add("MFU stands for utilisation; a phase that memory limits draws more.");
    }
    if (embodiedPerDevice() == 0) {
      caveats.add("Operational carbon only: no embodied carbon is charged.");
    } else if (in(SECOND, duration) > in(SECOND, serviceLife)) {
      caveats.add(
          "The use outlasts the service life of %s: more embodied carbon is charged than the fleet"
                  .formatted(Units.text(serviceLife))
              + " took to make, since it is replaced.");
    }
    return caveats;
  }

  /** The facility energy as a term, E_fac. */
  public Term facilityEnergy(FleetFootprint.Footprint footprint) {
    return Term.computed(
        "facility energy",
        "E_fac",
        "E_it · PUE",
        footprint.facilityEnergy(),
        "J",
        itEnergy(footprint),
        Term.given("power usage effectiveness", "PUE", environment().effectivePue(), "")
            .read(environment().id() + ".pue"));
  }

  /** The energy of the IT equipment as a term, E_it. */
  public Term itEnergy(FleetFootprint.Footprint footprint) {
    return Term.computed(
        "IT energy",
        "E_it",
        "P_it · T",
        footprint.itEnergy(),
        "J",
        Term.computed(
                "IT power",
                "P_it",
                "tdp · (0.30 + 0.70 · mfu) · N · it_ratio",
                footprint.itPower(),
                "W",
                Term.given(
                        "design power", "tdp", Forms.number(fleet.accelerator().tdp(), WATT), "W")
                    .read(fleet.accelerator().id() + ".tdp"),
                Term.given("utilisation", "mfu", mfu, ""),
                Term.given("accelerators", "N", devices(), ""),
                Term.given("IT power over accelerator power", "it_ratio", itRatio, ""))
            .from("Barroso, Hölzle (2007)"),
        Term.given("time of use", "T", in(SECOND, duration), "s"));
  }
}
