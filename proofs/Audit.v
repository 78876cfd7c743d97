(** Made by `npm run proofs -- --acknowledge` from Statements.v: every statement has its theorem, and Coq prints the
    axioms that it rests on. *)

From Equiloss Require Statements.
From Equiloss.Subspaces Require Symmetry.
From Equiloss.Foundations Require DimensionUnique.
From Equiloss.Foundations Require Spaces.
From Equiloss.Reduction Require Reduction.
From Equiloss.Subspaces Require Expansion.
From Equiloss.Subspaces Require SubspacesAsInPaper.
From Equiloss.Counting Require LabelledPartitionsCounted.
From Equiloss.Counting Require DisplayedSum.
From Equiloss.Counting Require PrintedSum.
From Equiloss.Subspaces Require Distinct.
From Equiloss.Subspaces Require DistinctSubspaces.
From Equiloss.Subspaces Require Dimension.
From Equiloss.Topology Require Meeting.
From Equiloss.Topology Require Connected.
From Equiloss.Topology Require MinimalWidth.
From Equiloss.Subspaces Require Critical.
From Equiloss.Subspaces Require CriticalSubspacesAsInPaper.
From Equiloss.Counting Require Surjections.
From Equiloss.Counting Require Multinomials.
From Equiloss.Counting Require Counts.
From Equiloss.Asymptotics Require VastlyOverparameterized.
From Equiloss.Asymptotics Require ThresholdExists.
From Equiloss.Asymptotics Require Thresholds.
From Equiloss.Asymptotics Require Hits.
From Equiloss.Asymptotics Require FailsUpTo.
From Equiloss.Asymptotics Require HoldsFrom.
From Equiloss.Asymptotics Require HoldsSooner.
From Equiloss.Asymptotics Require ThresholdGrowth.
From Equiloss.Topology Require SphereCount.
From Equiloss.Asymptotics Require StirlingBounds.
From Equiloss.Asymptotics Require CountLimits.
From Equiloss.Asymptotics Require ExplicitBounds.
From Equiloss.Asymptotics Require Bonferroni.
From Equiloss.Asymptotics Require RatioBounds.
From Equiloss.Asymptotics Require RatioFalls.
From Equiloss.Asymptotics Require LayerRatio.
From Equiloss.Asymptotics Require FigureSix.
From Equiloss.Layers Require MixedLevels.
From Equiloss.Topology Require Cells.
From Equiloss.Topology Require CriticalCells.
From Equiloss.Layers Require Layers.
From Equiloss.Layers Require LayerManifold.
From Equiloss.Layers Require LayerSteps.
From Equiloss.Layers Require LayerReduction.
From Equiloss.Layers Require LayersConfluent.
From Equiloss.Layers Require LayersDetermined.
From Equiloss.Layers Require LeastWidths.
From Equiloss.Layers Require LayerFibre.
From Equiloss.Layers Require BiasedLayers.
From Equiloss.Layers Require BiasedPairs.
From Equiloss.Layers Require BiasedReduction.
From Equiloss.Layers Require BiasedLayersDetermined.
From Equiloss.Foundations Require FiniteSequences.
From Equiloss.Layers Require UnitSpaces.
From Equiloss.Layers Require LayerSubspaces.
From Equiloss.Layers Require LayersConnected.
From Equiloss.Layers Require LayerOrder.
From Equiloss.Counting Require SignedPartitionsCounted.
From Equiloss.Subspaces Require SignedDistinct.
From Equiloss.Subspaces Require SignedDimension.
From Equiloss.Reduction Require SignedReduction.
From Equiloss.Subspaces Require SignedExpansion.
From Equiloss.Topology Require SignedMinimalWidth.
From Equiloss.Foundations Require OrderedRationals.
From Equiloss.Identifiability Require Instances.
From Equiloss.Identifiability Require BothParities.
From Equiloss.Identifiability Require FinitelyMany.
From Equiloss.Identifiability Require ZeroLoss.
From Equiloss.Identifiability Require Forms.
From Equiloss.Identifiability Require SigmoidExists.
From Equiloss.Identifiability Require SigmoidSoftplus.
From Equiloss.Identifiability Require Invariances.
From Equiloss.Identifiability Require Groups.
From Equiloss.Topology Require Walks.
From Equiloss.Topology Require StarWalks.
From Equiloss.Topology Require SubdividedStar.
From Equiloss.Topology Require StarSegments.
From Equiloss.Topology Require StarDiameter.
From Equiloss.FiniteData Require WidthFits.
From Equiloss.Index Require Splitting.
From Equiloss.Index Require CriticalCopies.
From Equiloss.Index Require IndexFormula.
From Equiloss.Index Require Consequences.
From Equiloss.Derivatives Require KnownLoss.
From Equiloss.Derivatives Require Stationary.
From Equiloss.Derivatives Require Continuity.
From Equiloss.Derivatives Require Tests.
From Equiloss.Derivatives Require MinimaAbove.
From Equiloss.Derivatives Require BothKinds.
From Equiloss.FiniteData Require ZeroLossHessian.
From Equiloss.Index Require SymmetricLoss.
From Equiloss.Layers Require CriticalLayers.
From Equiloss.Layers Require CopyOrder.
From Equiloss.Derivatives Require LayerStationary.
From Equiloss.Index Require LayerSplitting.
From Equiloss.Index Require LayerIndex.
From Equiloss.Flows Require Invariance.
From Equiloss.Flows Require NotLipschitz.
From Equiloss.Flows Require Decay.
From Equiloss.Flows Require Taylor.
From Equiloss.Flows Require SmoothActivations.
From Equiloss.Flows Require AllDerivatives.
From Equiloss.Flows Require ManifoldFlows.
From Equiloss.Checkers Require CheckedPartitions.
From Equiloss.Checkers Require SoundEnumeration.
From Equiloss.Checkers Require CheckedPath.
From Equiloss.Checkers Require SoundPath.
From Equiloss.Checkers Require CheckedShortestPath.
From Equiloss.Checkers Require SoundShortestPath.
From Equiloss.Checkers Require CheckedTree.
From Equiloss.Checkers Require SoundTree.
From Equiloss.Checkers Require CheckedMirroredPath.
From Equiloss.Checkers Require SoundMirroredPath.
From Equiloss.Checkers Require CheckedShortestMirroredPath.
From Equiloss.Checkers Require SoundShortestMirroredPath.
From Equiloss.Checkers Require SignedUnits.
From Equiloss.Checkers Require CheckedLayeredPath.
From Equiloss.Checkers Require SoundLayeredPath.
From Equiloss.Checkers Require CheckedInertia.
From Equiloss.Checkers Require SoundInertia.
From Equiloss.Checkers Require SquaredErrors.
From Equiloss.Checkers Require QuotientSlopes.
From Equiloss.Checkers Require CheckedCritical.
From Equiloss.Checkers Require SoundCritical.
From Equiloss.Checkers Require CheckedLoss.
From Equiloss.Checkers Require SoundLoss.
From Equiloss.Checkers Require SoundInstances.
From Equiloss.Checkers Require CheckedSplitting.
From Equiloss.Checkers Require SoundSplitting.

Definition symmetry_subspace_dimension : Statements.SymmetrySubspaceDimension := Symmetry.symmetry_subspace_dimension.
Print Assumptions symmetry_subspace_dimension.
Definition symmetry_subspace_intersection : Statements.SymmetrySubspaceIntersection := Symmetry.symmetry_subspace_intersection.
Print Assumptions symmetry_subspace_intersection.
Definition dimension_unique : Statements.DimensionUnique := DimensionUnique.dimension_unique.
Print Assumptions dimension_unique.
Definition spaces_exist : Statements.SpacesExist := Spaces.spaces_exist.
Print Assumptions spaces_exist.
Definition reduction_invariant : Statements.ReductionInvariant := Reduction.reduction_invariant.
Print Assumptions reduction_invariant.
Definition reduction_terminates : Statements.ReductionTerminates := Reduction.reduction_terminates.
Print Assumptions reduction_terminates.
Definition reduction_normal_forms : Statements.ReductionNormalForms := Reduction.reduction_normal_forms.
Print Assumptions reduction_normal_forms.
Definition reduction_confluent : Statements.ReductionConfluent := Reduction.reduction_confluent.
Print Assumptions reduction_confluent.
Definition vanishing_reduction : Statements.VanishingReduction := Reduction.vanishing_reduction.
Print Assumptions vanishing_reduction.
Definition subspace_keeps_function : Statements.SubspaceKeepsFunction := Expansion.subspace_keeps_function.
Print Assumptions subspace_keeps_function.
Definition theta_as_in_paper : Statements.ThetaAsInPaper := SubspacesAsInPaper.theta_as_in_paper.
Print Assumptions theta_as_in_paper.
Definition subspaces_as_in_paper : Statements.SubspacesAsInPaper := SubspacesAsInPaper.subspaces_as_in_paper.
Print Assumptions subspaces_as_in_paper.
Definition theta_is_fibre : Statements.ThetaIsFibre := Expansion.theta_is_fibre.
Print Assumptions theta_is_fibre.
Definition labelled_partitions_counted : Statements.LabelledPartitionsCounted := LabelledPartitionsCounted.labelled_partitions_counted.
Print Assumptions labelled_partitions_counted.
Definition sorted_sum_is_t : Statements.SortedSumIsT := DisplayedSum.sorted_sum_is_t.
Print Assumptions sorted_sum_is_t.
Definition printed_sum_is_not_t : Statements.PrintedSumIsNotT := DisplayedSum.printed_sum_is_not_t.
Print Assumptions printed_sum_is_not_t.
Definition printed_sum_too_large : Statements.PrintedSumTooLarge := PrintedSum.printed_sum_too_large.
Print Assumptions printed_sum_too_large.
Definition no_subspace_includes_another : Statements.NoSubspaceIncludesAnother := Distinct.no_subspace_includes_another.
Print Assumptions no_subspace_includes_another.
Definition distinct_subspaces_counted : Statements.DistinctSubspacesCounted := DistinctSubspaces.distinct_subspaces_counted.
Print Assumptions distinct_subspaces_counted.
Definition subspace_dimension : Statements.SubspaceDimension := Dimension.subspace_dimension.
Print Assumptions subspace_dimension.
Definition subspace_dimension_bound : Statements.SubspaceDimensionBound := Dimension.subspace_dimension_bound.
Print Assumptions subspace_dimension_bound.
Definition meeting_criterion : Statements.MeetingCriterion := Meeting.meeting_criterion.
Print Assumptions meeting_criterion.
Definition theta_connected : Statements.ThetaConnected := Connected.theta_connected.
Print Assumptions theta_connected.
Definition theta_at_minimal_width : Statements.ThetaAtMinimalWidth := MinimalWidth.theta_at_minimal_width.
Print Assumptions theta_at_minimal_width.
Definition transposed_in_three_segments : Statements.TransposedInThreeSegments := Connected.transposed_in_three_segments.
Print Assumptions transposed_in_three_segments.
Definition zero_loss_connected : Statements.ZeroLossConnected := Connected.zero_loss_connected.
Print Assumptions zero_loss_connected.
Definition minimal_is_irreducible : Statements.MinimalIsIrreducible := Reduction.minimal_is_irreducible.
Print Assumptions minimal_is_irreducible.
Definition critical_subspaces : Statements.CriticalSubspaces := Critical.critical_subspaces.
Print Assumptions critical_subspaces.
Definition critical_subspaces_as_in_paper : Statements.CriticalSubspacesAsInPaper := CriticalSubspacesAsInPaper.critical_subspaces_as_in_paper.
Print Assumptions critical_subspaces_as_in_paper.
Definition surjections_counted : Statements.SurjectionsCounted := Surjections.surjections_counted.
Print Assumptions surjections_counted.
Definition multinomial_sum_is_g : Statements.MultinomialSumIsG := Multinomials.multinomial_sum_is_g.
Print Assumptions multinomial_sum_is_g.
Definition t_closed_forms : Statements.TClosedForms := Counts.t_closed_forms.
Print Assumptions t_closed_forms.
Definition bell_as_printed : Statements.BellAsPrinted := Counts.bell_as_printed.
Print Assumptions bell_as_printed.
Definition recurrences : Statements.Recurrences := Counts.recurrences.
Print Assumptions recurrences.
Definition extreme_sum : Statements.ExtremeSum := VastlyOverparameterized.extreme_sum.
Print Assumptions extreme_sum.
Definition inequality_criterion : Statements.InequalityCriterion := VastlyOverparameterized.inequality_criterion.
Print Assumptions inequality_criterion.
Definition once_true_always_true : Statements.OnceTrueAlwaysTrue := VastlyOverparameterized.once_true_always_true.
Print Assumptions once_true_always_true.
Definition threshold_exists : Statements.ThresholdExists := ThresholdExists.threshold_exists.
Print Assumptions threshold_exists.
Definition thresholds : Statements.Thresholds := Thresholds.thresholds.
Print Assumptions thresholds.
Definition share_onto : Statements.ShareOnto := Hits.share_onto.
Print Assumptions share_onto.
Definition fails_up_to : Statements.FailsUpTo := FailsUpTo.fails_up_to.
Print Assumptions fails_up_to.
Definition holds_from : Statements.HoldsFrom := HoldsFrom.holds_from.
Print Assumptions holds_from.
Definition holds_sooner : Statements.HoldsSooner := HoldsSooner.holds_sooner.
Print Assumptions holds_sooner.
Definition threshold_growth : Statements.ThresholdGrowth := ThresholdGrowth.threshold_growth.
Print Assumptions threshold_growth.
Definition sphere_count : Statements.SphereCount := SphereCount.sphere_count.
Print Assumptions sphere_count.
Definition lemma_46_bounds : Statements.Lemma46Bounds := StirlingBounds.lemma_46_bounds.
Print Assumptions lemma_46_bounds.
Definition lemma_46_limits : Statements.Lemma46Limits := CountLimits.lemma_46_limits.
Print Assumptions lemma_46_limits.
Definition fixed_width_limit : Statements.FixedWidthLimit := CountLimits.fixed_width_limit.
Print Assumptions fixed_width_limit.
Definition lemma_46_sums : Statements.Lemma46Sums := ExplicitBounds.lemma_46_sums.
Print Assumptions lemma_46_sums.
Definition lemma_46_simple : Statements.Lemma46Simple := ExplicitBounds.lemma_46_simple.
Print Assumptions lemma_46_simple.
Definition fixed_width_upper : Statements.FixedWidthUpper := Bonferroni.fixed_width_upper.
Print Assumptions fixed_width_upper.
Definition eq_5_limit : Statements.Eq5Limit := CountLimits.eq_5_limit.
Print Assumptions eq_5_limit.
Definition eq_5_bounds : Statements.Eq5Bounds := RatioBounds.eq_5_bounds.
Print Assumptions eq_5_bounds.
Definition ratio_falls : Statements.RatioFalls := RatioFalls.ratio_falls.
Print Assumptions ratio_falls.
Definition crossing_exists : Statements.CrossingExists := LayerRatio.crossing_exists.
Print Assumptions crossing_exists.
Definition figure_6_crossings : Statements.Figure6Crossings := FigureSix.figure_6_crossings.
Print Assumptions figure_6_crossings.
Definition blue_curve : Statements.BlueCurve := FigureSix.blue_curve.
Print Assumptions blue_curve.
Definition blue_curve_at_thirty : Statements.BlueCurveAtThirty := FigureSix.blue_curve_at_thirty.
Print Assumptions blue_curve_at_thirty.
Definition ratio_over_layers : Statements.RatioOverLayers := LayerRatio.ratio_over_layers.
Print Assumptions ratio_over_layers.
Definition ratio_by_depth : Statements.RatioByDepth := LayerRatio.ratio_by_depth.
Print Assumptions ratio_by_depth.
Definition mixed_levels_counted : Statements.MixedLevelsCounted := MixedLevels.mixed_levels_counted.
Print Assumptions mixed_levels_counted.
Definition mixed_levels_exceed : Statements.MixedLevelsExceed := LayerRatio.mixed_levels_exceed.
Print Assumptions mixed_levels_exceed.
Definition cells_counted : Statements.CellsCounted := Cells.cells_counted.
Print Assumptions cells_counted.
Definition euler_characteristic : Statements.EulerCharacteristic := Cells.euler_characteristic.
Print Assumptions euler_characteristic.
Definition acyclic_matching : Statements.AcyclicMatching := CriticalCells.acyclic_matching.
Print Assumptions acyclic_matching.
Definition layer_expansion_keeps_function : Statements.LayerExpansionKeepsFunction := Layers.layer_expansion_keeps_function.
Print Assumptions layer_expansion_keeps_function.
Definition layer_expansion_manifold : Statements.LayerExpansionManifold := LayerManifold.layer_expansion_manifold.
Print Assumptions layer_expansion_manifold.
Definition sequential_expansion_keeps_function : Statements.SequentialExpansionKeepsFunction := Layers.sequential_expansion_keeps_function.
Print Assumptions sequential_expansion_keeps_function.
Definition layer_replacements_exist : Statements.LayerReplacementsExist := LayerSteps.layer_replacements_exist.
Print Assumptions layer_replacements_exist.
Definition layer_reduction_normal_forms : Statements.LayerReductionNormalForms := LayerReduction.layer_reduction_normal_forms.
Print Assumptions layer_reduction_normal_forms.
Definition layer_reduction_confluent : Statements.LayerReductionConfluent := LayersConfluent.layer_reduction_confluent.
Print Assumptions layer_reduction_confluent.
Definition irreducible_layers_unique : Statements.IrreducibleLayersUnique := LayersConfluent.irreducible_layers_unique.
Print Assumptions irreducible_layers_unique.
Definition functions_determine_layers : Statements.FunctionsDetermineLayers := LayersDetermined.functions_determine_layers.
Print Assumptions functions_determine_layers.
Definition irreducible_layers_least : Statements.IrreducibleLayersLeast := LeastWidths.irreducible_layers_least.
Print Assumptions irreducible_layers_least.
Definition layer_fibre : Statements.LayerFibre := LayerFibre.layer_fibre.
Print Assumptions layer_fibre.
Definition biased_layers_unique : Statements.BiasedLayersUnique := BiasedLayers.biased_layers_unique.
Print Assumptions biased_layers_unique.
Definition biased_expansion_keeps_function : Statements.BiasedExpansionKeepsFunction := BiasedPairs.biased_expansion_keeps_function.
Print Assumptions biased_expansion_keeps_function.
Definition biased_expansion_manifold : Statements.BiasedExpansionManifold := BiasedPairs.biased_expansion_manifold.
Print Assumptions biased_expansion_manifold.
Definition biased_replacements_exist : Statements.BiasedReplacementsExist := BiasedReduction.biased_replacements_exist.
Print Assumptions biased_replacements_exist.
Definition biased_reduction_normal_forms : Statements.BiasedReductionNormalForms := BiasedReduction.biased_reduction_normal_forms.
Print Assumptions biased_reduction_normal_forms.
Definition biased_reduction_confluent : Statements.BiasedReductionConfluent := BiasedLayersDetermined.biased_reduction_confluent.
Print Assumptions biased_reduction_confluent.
Definition functions_determine_biased_layers : Statements.FunctionsDetermineBiasedLayers := BiasedLayersDetermined.functions_determine_biased_layers.
Print Assumptions functions_determine_biased_layers.
Definition irreducible_biased_layers_least : Statements.IrreducibleBiasedLayersLeast := BiasedLayersDetermined.irreducible_biased_layers_least.
Print Assumptions irreducible_biased_layers_least.
Definition infinite_dimensions_exist : Statements.InfiniteDimensionsExist := FiniteSequences.infinite_dimensions_exist.
Print Assumptions infinite_dimensions_exist.
Definition unit_subspaces : Statements.UnitSubspaces := UnitSpaces.unit_subspaces.
Print Assumptions unit_subspaces.
Definition layer_theta_keeps_function : Statements.LayerThetaKeepsFunction := LayerSubspaces.layer_theta_keeps_function.
Print Assumptions layer_theta_keeps_function.
Definition no_layer_subspace_includes_another : Statements.NoLayerSubspaceIncludesAnother := LayerSubspaces.no_layer_subspace_includes_another.
Print Assumptions no_layer_subspace_includes_another.
Definition layer_subspaces_counted : Statements.LayerSubspacesCounted := LayerSubspaces.layer_subspaces_counted.
Print Assumptions layer_subspaces_counted.
Definition critical_layer_subspaces : Statements.CriticalLayerSubspaces := LayerSubspaces.critical_layer_subspaces.
Print Assumptions critical_layer_subspaces.
Definition layer_theta_connected : Statements.LayerThetaConnected := LayersConnected.layer_theta_connected.
Print Assumptions layer_theta_connected.
Definition order_matters : Statements.OrderMatters := LayerOrder.order_matters.
Print Assumptions order_matters.
Definition forward_pass_larger : Statements.ForwardPassLarger := LayerOrder.forward_pass_larger.
Print Assumptions forward_pass_larger.
Definition signed_partitions_counted : Statements.SignedPartitionsCounted := SignedPartitionsCounted.signed_partitions_counted.
Print Assumptions signed_partitions_counted.
Definition no_signed_subspace_includes_another : Statements.NoSignedSubspaceIncludesAnother := SignedDistinct.no_signed_subspace_includes_another.
Print Assumptions no_signed_subspace_includes_another.
Definition signed_subspace_dimension : Statements.SignedSubspaceDimension := SignedDimension.signed_subspace_dimension.
Print Assumptions signed_subspace_dimension.
Definition signed_reduction_invariant : Statements.SignedReductionInvariant := SignedReduction.signed_reduction_invariant.
Print Assumptions signed_reduction_invariant.
Definition signed_reduction_normal_forms : Statements.SignedReductionNormalForms := SignedReduction.signed_reduction_normal_forms.
Print Assumptions signed_reduction_normal_forms.
Definition signed_normal_form_unique : Statements.SignedNormalFormUnique := SignedReduction.signed_normal_form_unique.
Print Assumptions signed_normal_form_unique.
Definition signed_theta_is_fibre : Statements.SignedThetaIsFibre := SignedExpansion.signed_theta_is_fibre.
Print Assumptions signed_theta_is_fibre.
Definition signed_theta_connected : Statements.SignedThetaConnected := Connected.signed_theta_connected.
Print Assumptions signed_theta_connected.
Definition signed_theta_at_minimal_width : Statements.SignedThetaAtMinimalWidth := SignedMinimalWidth.signed_theta_at_minimal_width.
Print Assumptions signed_theta_at_minimal_width.
Definition ordered_field_exists : Statements.OrderedFieldExists := OrderedRationals.ordered_field_exists.
Print Assumptions ordered_field_exists.
Definition expansions_exist : Statements.ExpansionsExist := Instances.expansions_exist.
Print Assumptions expansions_exist.
Definition power_sums_independent : Statements.PowerSumsIndependent := BothParities.power_sums_independent.
Print Assumptions power_sums_independent.
Definition finitely_many_exponents : Statements.FinitelyManyExponents := FinitelyMany.finitely_many_exponents.
Print Assumptions finitely_many_exponents.
Definition zero_loss_only_in_theta : Statements.ZeroLossOnlyInTheta := ZeroLoss.zero_loss_only_in_theta.
Print Assumptions zero_loss_only_in_theta.
Definition zero_loss_only_in_signed_theta : Statements.ZeroLossOnlyInSignedTheta := ZeroLoss.zero_loss_only_in_signed_theta.
Print Assumptions zero_loss_only_in_signed_theta.
Definition same_outputs_same_form : Statements.SameOutputsSameForm := Forms.same_outputs_same_form.
Print Assumptions same_outputs_same_form.
Definition sigmoid_and_softplus_exist : Statements.SigmoidAndSoftplusExist := SigmoidExists.sigmoid_and_softplus_exist.
Print Assumptions sigmoid_and_softplus_exist.
Definition sigmoid_derivatives : Statements.SigmoidDerivatives := SigmoidSoftplus.sigmoid_derivatives.
Print Assumptions sigmoid_derivatives.
Definition softplus_derivatives : Statements.SoftplusDerivatives := SigmoidSoftplus.softplus_derivatives.
Print Assumptions softplus_derivatives.
Definition sigmoid_and_softplus_determined : Statements.SigmoidAndSoftplusDetermined := SigmoidSoftplus.sigmoid_and_softplus_determined.
Print Assumptions sigmoid_and_softplus_determined.
Definition softplus_plus_sigmoid_meets_condition : Statements.SoftplusPlusSigmoidMeetsCondition := SigmoidSoftplus.softplus_plus_sigmoid_meets_condition.
Print Assumptions softplus_plus_sigmoid_meets_condition.
Definition sigmoid_invariance : Statements.SigmoidInvariance := Invariances.sigmoid_invariance.
Print Assumptions sigmoid_invariance.
Definition softplus_invariance : Statements.SoftplusInvariance := Invariances.softplus_invariance.
Print Assumptions softplus_invariance.
Definition zero_loss_groups : Statements.ZeroLossGroups := Groups.zero_loss_groups.
Print Assumptions zero_loss_groups.
Definition segment_in_one_subspace : Statements.SegmentInOneSubspace := Walks.segment_in_one_subspace.
Print Assumptions segment_in_one_subspace.
Definition segments_are_walks : Statements.SegmentsAreWalks := Walks.segments_are_walks.
Print Assumptions segments_are_walks.
Definition walks_between_subspaces : Statements.WalksBetweenSubspaces := StarWalks.walks_between_subspaces.
Print Assumptions walks_between_subspaces.
Definition subdivided_star_graph : Statements.SubdividedStarGraph := SubdividedStar.subdivided_star_graph.
Print Assumptions subdivided_star_graph.
Definition subdivided_star_distance : Statements.SubdividedStarDistance := StarWalks.subdivided_star_distance.
Print Assumptions subdivided_star_distance.
Definition middle_of_edge : Statements.MiddleOfEdge := StarSegments.middle_of_edge.
Print Assumptions middle_of_edge.
Definition subdivided_star_diameter : Statements.SubdividedStarDiameter := StarDiameter.subdivided_star_diameter.
Print Assumptions subdivided_star_diameter.
Definition segments_with_one_spare_unit : Statements.SegmentsWithOneSpareUnit := StarSegments.segments_with_one_spare_unit.
Print Assumptions segments_with_one_spare_unit.
Definition width_fits_data : Statements.WidthFitsData := WidthFits.width_fits_data.
Print Assumptions width_fits_data.
Definition width_one_misses_two_targets : Statements.WidthOneMissesTwoTargets := WidthFits.width_one_misses_two_targets.
Print Assumptions width_one_misses_two_targets.
Definition second_variation_splits : Statements.SecondVariationSplits := Splitting.second_variation_splits.
Print Assumptions second_variation_splits.
Definition critical_points_copied : Statements.CriticalPointsCopied := CriticalCopies.critical_points_copied.
Print Assumptions critical_points_copied.
Definition hessian_pulled_back : Statements.HessianPulledBack := CriticalCopies.hessian_pulled_back.
Print Assumptions hessian_pulled_back.
Definition null_directions : Statements.NullDirections := CriticalCopies.null_directions.
Print Assumptions null_directions.
Definition saddles_stay : Statements.SaddlesStay := CriticalCopies.saddles_stay.
Print Assumptions saddles_stay.
Definition inertia_unique : Statements.InertiaUnique := IndexFormula.inertia_unique.
Print Assumptions inertia_unique.
Definition inertia_exists : Statements.InertiaExists := IndexFormula.inertia_exists.
Print Assumptions inertia_exists.
Definition index_above : Statements.IndexAbove := IndexFormula.index_above.
Print Assumptions index_above.
Definition inertia_never_falls : Statements.InertiaNeverFalls := Consequences.inertia_never_falls.
Print Assumptions inertia_never_falls.
Definition zero_eigenvalues_above : Statements.ZeroEigenvaluesAbove := Consequences.zero_eigenvalues_above.
Print Assumptions zero_eigenvalues_above.
Definition strict_saddles_above : Statements.StrictSaddlesAbove := Consequences.strict_saddles_above.
Print Assumptions strict_saddles_above.
Definition index_for_one_output : Statements.IndexForOneOutput := Consequences.index_for_one_output.
Print Assumptions index_for_one_output.
Definition index_instance : Statements.IndexInstance := KnownLoss.index_instance.
Print Assumptions index_instance.
Definition gradient_is_derivative : Statements.GradientIsDerivative := Stationary.gradient_is_derivative.
Print Assumptions gradient_is_derivative.
Definition critical_is_stationary : Statements.CriticalIsStationary := Stationary.critical_is_stationary.
Print Assumptions critical_is_stationary.
Definition gradient_continuous : Statements.GradientContinuous := Continuity.gradient_continuous.
Print Assumptions gradient_continuous.
Definition hessian_is_second_derivative : Statements.HessianIsSecondDerivative := Stationary.hessian_is_second_derivative.
Print Assumptions hessian_is_second_derivative.
Definition variations_are_linear : Statements.VariationsAreLinear := Stationary.variations_are_linear.
Print Assumptions variations_are_linear.
Definition derivatives_unique : Statements.DerivativesUnique := Stationary.derivatives_unique.
Print Assumptions derivatives_unique.
Definition coordinates_do_not_matter : Statements.CoordinatesDoNotMatter := Tests.coordinates_do_not_matter.
Print Assumptions coordinates_do_not_matter.
Definition second_derivative_test : Statements.SecondDerivativeTest := Stationary.second_derivative_test.
Print Assumptions second_derivative_test.
Definition semidefinite_test : Statements.SemidefiniteTest := MinimaAbove.semidefinite_test.
Print Assumptions semidefinite_test.
Definition minima_above : Statements.MinimaAbove := MinimaAbove.minima_above.
Print Assumptions minima_above.
Definition minima_for_one_output : Statements.MinimaForOneOutput := MinimaAbove.minima_for_one_output.
Print Assumptions minima_for_one_output.
Definition both_kinds_occur : Statements.BothKindsOccur := BothKinds.both_kinds_occur.
Print Assumptions both_kinds_occur.
Definition hessian_is_squares : Statements.HessianIsSquares := Stationary.hessian_is_squares.
Print Assumptions hessian_is_squares.
Definition hessian_on_zero_loss : Statements.HessianOnZeroLoss := ZeroLossHessian.hessian_on_zero_loss.
Print Assumptions hessian_on_zero_loss.
Definition hypersurfaces_are_not_enough : Statements.HypersurfacesAreNotEnough := ZeroLossHessian.hypersurfaces_are_not_enough.
Print Assumptions hypersurfaces_are_not_enough.
Definition second_variation_at_zero_loss : Statements.SecondVariationAtZeroLoss := ZeroLossHessian.second_variation_at_zero_loss.
Print Assumptions second_variation_at_zero_loss.
Definition loss_symmetric : Statements.LossSymmetric := SymmetricLoss.loss_symmetric.
Print Assumptions loss_symmetric.
Definition symmetric_tangent : Statements.SymmetricTangent := SymmetricLoss.symmetric_tangent.
Print Assumptions symmetric_tangent.
Definition gradient_tangent : Statements.GradientTangent := SymmetricLoss.gradient_tangent.
Print Assumptions gradient_tangent.
Definition critical_layers_are_copies : Statements.CriticalLayersAreCopies := CriticalLayers.critical_layers_are_copies.
Print Assumptions critical_layers_are_copies.
Definition derivatives_of_layer_copies : Statements.DerivativesOfLayerCopies := CriticalLayers.derivatives_of_layer_copies.
Print Assumptions derivatives_of_layer_copies.
Definition critical_layers_copied : Statements.CriticalLayersCopied := CriticalLayers.critical_layers_copied.
Print Assumptions critical_layers_copied.
Definition copies_in_any_order : Statements.CopiesInAnyOrder := CopyOrder.copies_in_any_order.
Print Assumptions copies_in_any_order.
Definition backpropagation_is_derivative : Statements.BackpropagationIsDerivative := LayerStationary.backpropagation_is_derivative.
Print Assumptions backpropagation_is_derivative.
Definition layer_variation_splits : Statements.LayerVariationSplits := LayerSplitting.layer_variation_splits.
Print Assumptions layer_variation_splits.
Definition index_above_layer : Statements.IndexAboveLayer := LayerIndex.index_above_layer.
Print Assumptions index_above_layer.
Definition flows_stay_in_symmetry_subspaces : Statements.FlowsStayInSymmetrySubspaces := Invariance.flows_stay_in_symmetry_subspaces.
Print Assumptions flows_stay_in_symmetry_subspaces.
Definition lipschitz_is_needed : Statements.LipschitzIsNeeded := NotLipschitz.lipschitz_is_needed.
Print Assumptions lipschitz_is_needed.
Definition reached_in_infinite_time : Statements.ReachedInInfiniteTime := Decay.reached_in_infinite_time.
Print Assumptions reached_in_infinite_time.
Definition taylors_theorem : Statements.TaylorsTheorem := Taylor.taylors_theorem.
Print Assumptions taylors_theorem.
Definition smooth_zero_loss_only_in_theta : Statements.SmoothZeroLossOnlyInTheta := SmoothActivations.smooth_zero_loss_only_in_theta.
Print Assumptions smooth_zero_loss_only_in_theta.
Definition sigmoid_and_softplus_expand : Statements.SigmoidAndSoftplusExpand := SmoothActivations.sigmoid_and_softplus_expand.
Print Assumptions sigmoid_and_softplus_expand.
Definition sigmoid_and_softplus_by_exponential : Statements.SigmoidAndSoftplusByExponential := AllDerivatives.sigmoid_and_softplus_by_exponential.
Print Assumptions sigmoid_and_softplus_by_exponential.
Definition zero_loss_invariant : Statements.ZeroLossInvariant := ManifoldFlows.zero_loss_invariant.
Print Assumptions zero_loss_invariant.
Definition flows_inside_are_critical : Statements.FlowsInsideAreCritical := ManifoldFlows.flows_inside_are_critical.
Print Assumptions flows_inside_are_critical.
Definition sound_enumeration : Statements.SoundEnumeration CheckedPartitions.check_enumeration := SoundEnumeration.sound_enumeration.
Print Assumptions sound_enumeration.
Definition sound_path : Statements.SoundPath CheckedPath.check_path := SoundPath.sound_path.
Print Assumptions sound_path.
Definition sound_shortest_path : Statements.SoundShortestPath CheckedShortestPath.check_shortest_path := SoundShortestPath.sound_shortest_path.
Print Assumptions sound_shortest_path.
Definition sound_connected : Statements.SoundConnected CheckedTree.check_connected := SoundTree.sound_connected.
Print Assumptions sound_connected.
Definition sound_mirrored_path : Statements.SoundMirroredPath CheckedMirroredPath.check_mirrored_path := SoundMirroredPath.sound_mirrored_path.
Print Assumptions sound_mirrored_path.
Definition sound_shortest_mirrored_path : Statements.SoundShortestMirroredPath CheckedShortestMirroredPath.check_shortest_mirrored_path := SoundShortestMirroredPath.sound_shortest_mirrored_path.
Print Assumptions sound_shortest_mirrored_path.
Definition signed_unit_subspaces : Statements.SignedUnitSubspaces := SignedUnits.signed_unit_subspaces.
Print Assumptions signed_unit_subspaces.
Definition sound_layered_path : Statements.SoundLayeredPath CheckedLayeredPath.check_layered_path := SoundLayeredPath.sound_layered_path.
Print Assumptions sound_layered_path.
Definition sound_inertia : Statements.SoundInertia CheckedInertia.check_inertia := SoundInertia.sound_inertia.
Print Assumptions sound_inertia.
Definition squared_error_exists : Statements.SquaredErrorExists := SquaredErrors.squared_error_exists.
Print Assumptions squared_error_exists.
Definition quotient_derivatives : Statements.QuotientDerivatives := QuotientSlopes.quotient_derivatives.
Print Assumptions quotient_derivatives.
Definition sound_critical : Statements.SoundCritical CheckedCritical.check_critical := SoundCritical.sound_critical.
Print Assumptions sound_critical.
Definition sound_loss_inertia : Statements.SoundLossInertia CheckedLoss.check_loss_inertia := SoundLoss.sound_loss_inertia.
Print Assumptions sound_loss_inertia.
Definition sound_critical_instance : Statements.SoundCriticalInstance CheckedCritical.check_critical_instance := SoundInstances.sound_critical_instance.
Print Assumptions sound_critical_instance.
Definition sound_splitting : Statements.SoundSplitting CheckedSplitting.check_splitting := SoundSplitting.sound_splitting.
Print Assumptions sound_splitting.
