namespace Aspire.Dashboard.Store;

/// <summary>Services in the order they were first seen, which decides their colours. Safe for use from any thread.</summary>
public sealed class ServiceDirectory
{
    // Names come from outside; beyond this many, colours repeat without being remembered.
    const int Capacity = 500;

    readonly Lock _gate = new();
    readonly List<string> _names = [];

    /// <summary>Names seen.</summary>
    public IReadOnlyList<string> Names
    {
        get
        {
            lock (_gate)
                return [.. _names];
        }
    }

    /// <summary>Place of a service in the order of first sight, from 0; an unknown one is remembered.</summary>
    /// <param name="name">Service name.</param>
    public int IndexOf(string name)
    {
        lock (_gate)
        {
            var index = _names.IndexOf(name);
            if (index >= 0 || _names.Count >= Capacity)
                return Math.Max(index, 0);
            _names.Add(name);
            return _names.Count - 1;
        }
    }
}
