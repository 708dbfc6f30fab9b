using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Integration.Writes;

/// <summary>A replica of a service in a process of its own, which can be killed as a machine kills it.</summary>
public sealed class ServiceProcess : IDisposable
{
    readonly Process process;

    ServiceProcess(Process process, int port) => (this.process, Address) = (process, new($"http://127.0.0.1:{port}"));

    public Uri Address { get; }

    public static ServiceProcess Start(WriteWorld world, string service)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, $"Tsunagu.{char.ToUpperInvariant(service[0])}{service[1..]}.dll"),
                "--contentRoot", Repository.PathOf($"services/{service}"), "--environment", "Development",
                $"--ConnectionStrings:{service}-db={world.DatabaseOf(service)}", $"--ConnectionStrings:messaging={world.Broker}",
                $"--Database:ServicePassword={TestSuite.ServicePassword}", $"--Identity:Authority={world.Authority}",
                $"--Identity:ClientId={service}", "--Identity:ClientSecret=test",
                // Seeded once and confirmed by nobody.
                "--Directory:StalenessLimit=1.00:00:00",
                // Of a write in the middle of which another service is asked.
                $"--services:intake:grpc:0={world.AddressOf("intake")}",
                $"--GRPC_PORT={port.ToString(CultureInfo.InvariantCulture)}",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        // A full pipe would stop it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process, port);
    }

    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
