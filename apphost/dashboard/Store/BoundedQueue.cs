using System.Collections;

namespace Aspire.Dashboard.Store;

/// <summary>A queue bounded by entries and by their estimated bytes; the oldest give way. Not safe for use from several threads.</summary>
sealed class BoundedQueue<T>(int capacity, long bytes, Func<T, long> sizeOf) : IReadOnlyCollection<T>
{
    readonly Queue<T> _items = new();

    public int Count => _items.Count;

    public long Bytes { get; private set; }

    public void Add(T item)
    {
        _items.Enqueue(item);
        Bytes += sizeOf(item);
        while (_items.Count > 1 && (_items.Count > capacity || Bytes > bytes))
            Bytes -= sizeOf(_items.Dequeue());
    }

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
