using Xunit;

// Each class starts servers or measures time; side by side they would measure each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
