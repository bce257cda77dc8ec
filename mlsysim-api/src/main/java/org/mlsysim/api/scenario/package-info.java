/**
 * Questions and who asks them: scenarios, personas, datasets and classes of deployment.
 *
 * <p>Start at {@link org.mlsysim.api.scenario.Scenario}.
 */
@NullMarked
package org.mlsysim.api.scenario;

import org.jspecify.annotations.NullMarked;
