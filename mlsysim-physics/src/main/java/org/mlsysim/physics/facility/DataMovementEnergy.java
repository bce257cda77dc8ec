package org.mlsysim.physics.facility;

/**
 * The energy roofline of one weight: dearer to fetch or to use?
 *
 * <pre>
 * c = f * e_flop;  m = b * e_byte
 * I = f / b;  I* = e_byte / e_flop;  balance = I* / I = m / c
 * </pre>
 *
 * @see <a href="https://doi.org/10.1109/IPDPS.2013.77">Choi, Bedard, Fowler, Vuduc, A Roofline
 *     Model of Energy, IPDPS 2013</a>
 * @see <a href="https://doi.org/10.1109/ISSCC.2014.6757323">Horowitz, Computing's Energy Problem,
 *     ISSCC 2014</a>
 */
public final class DataMovementEnergy {
  /**
   * Energies and balance of one weight.
   *
   * @param compute c, energy of using it [J]
   * @param movement m, energy of fetching it [J]
   * @param movementShare m / (m + c)
   * @param movementOverCompute m / c
   * @param intensity I [FLOP/B]
   * @param crossoverIntensity I*, intensity at which both cost the same [FLOP/B]
   * @param balanceBatch uses of one fetch at which both cost the same, I* / I
   * @param operand energy of fetching one operand [J]
   * @param operandOverFlop the same over the energy of one operation
   */
  public record Balance(
      double compute,
      double movement,
      double movementShare,
      double movementOverCompute,
      double intensity,
      double crossoverIntensity,
      double balanceBatch,
      double operand,
      double operandOverFlop) {}

  /**
   * Energies and balance of one weight; the equations stand at the class.
   *
   * @param energyPerFlop e_flop [J/FLOP], &gt; 0
   * @param energyPerByte e_byte [J/B], &gt; 0
   * @param flopsPerParam f, operations per use of the weight [FLOP], &gt; 0
   * @param bytesPerParam b, size of the weight [B], &gt; 0
   * @param operandBytes size of one operand [B], &ge; 0
   */
  public static Balance of(
      double energyPerFlop,
      double energyPerByte,
      double flopsPerParam,
      double bytesPerParam,
      double operandBytes) {
    double compute = flopsPerParam * energyPerFlop;
    double movement = bytesPerParam * energyPerByte;
    double intensity = flopsPerParam / bytesPerParam;
    double crossover = energyPerByte / energyPerFlop;
    double operand = operandBytes * energyPerByte;
    return new Balance(
        compute,
        movement,
        movement / (movement + compute),
        movement / compute,
        intensity,
        crossover,
        crossover / intensity,
        operand,
        operand / energyPerFlop);
  }

  private DataMovementEnergy() {}
}
