using System.Diagnostics;
using Tsunagu.Tests.Integration.Referrals;
using Tsunagu.Tests.TestKit;
using Tsunagu.Tests.TestKit.Hosting;

namespace Tsunagu.Tests.Integration.Notifications;

/// <summary>A notification service in a process of its own, which can be killed as a machine kills it.</summary>
public sealed class NotificationProcess : IDisposable
{
    readonly Process _process;

    NotificationProcess(Process process) => _process = process;

    public static NotificationProcess Start(Suite suite, params (string Key, string Value)[] more)
    {
        (string Key, string Value)[] settings =
        [
            ("ConnectionStrings:notification-db", suite.NotificationDb), ("ConnectionStrings:messaging", suite.Broker),
            ("Database:ServicePassword", TestSuite.ServicePassword), ("Identity:Authority", suite.Authority),
            ("Identity:ClientId", "notification"), ("Identity:ClientSecret", "test"),
            ("services:referral:grpc:0", suite.Referral.GrpcAddress.ToString()), .. more,
        ];
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                Path.Combine(AppContext.BaseDirectory, "Tsunagu.Notification.dll"),
                "--contentRoot", Repository.PathOf("services/notification"), "--environment", "Development",
            },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
            start.ArgumentList.Add($"--{key}={value}");
        var process = Process.Start(start)!;
        // A full pipe would stop it.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.Dispose();
    }
}
