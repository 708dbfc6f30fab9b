using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Tsunagu.Tests.TestKit.Hosting;

/// <summary>Catches the host that a Main builds, by the event that test hosts and design tools use; several may start at once.</summary>
sealed class HostCapture : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    static readonly AsyncLocal<HostCapture?> Current = new();

    readonly TaskCompletionSource<IHost> _host = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly List<IDisposable> _subscriptions = [];

    public HostCapture()
    {
        // Flows into the thread that runs the Main, and into no other start.
        Current.Value = this;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public Task<IHost> Host => _host.Task;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name != "Microsoft.Extensions.Hosting") return;
        lock (_subscriptions) _subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Current.Value == this && value is { Key: "HostBuilt", Value: IHost host }) _ = _host.TrySetResult(host);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        lock (_subscriptions) _subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
