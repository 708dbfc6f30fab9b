using Tsunagu.ServiceDefaults.Data;

namespace Tsunagu.ServiceDefaults.Directory;

/// <summary>Wakes whoever reads the tables of the directory into memory.</summary>
sealed class DirectorySignal : CommitSignal;
