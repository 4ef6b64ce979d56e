using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Jobs;

/// <summary>A channel's credentials are sent only to the server for which they were entered.</summary>
public class ChannelTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Theory]
    [InlineData("mx.example.cn", 465, MailSecurity.Tls, "u", true)]
    [InlineData("MX.example.CN", 465, MailSecurity.StartTls, "u", true)]
    [InlineData("mx.other.cn", 465, MailSecurity.Tls, "u", false)]
    [InlineData("mx.example.cn", 587, MailSecurity.Tls, "u", false)]
    [InlineData("mx.example.cn", 465, MailSecurity.Tls, "U", false)]
    [InlineData("mx.example.cn", 465, MailSecurity.None, "u", false)]
    public void A_mailboxs_password_stays_with_its_server_port_and_account(
        string host,
        int port,
        MailSecurity security,
        string user,
        bool keeps
    )
    {
        var channel = Mail();
        if (keeps)
            channel.LeadToServer(host, port, security, user, null);
        else
            Refused("Jobs.PasswordStays", "Password", () => channel.LeadToServer(host, port, security, user, null));
        Assert.Equal(("p", keeps ? host : "mx.example.cn"), (channel.Password, channel.Host));
        channel.LeadToServer(host, port, security, user, "new");
        Assert.Equal(("new", host), (channel.Password, channel.Host));
    }

    [Fact]
    public void Who_signs_in_nowhere_any_more_is_asked_for_nothing()
    {
        var channel = Mail();
        channel.LeadToServer("mx.other.cn", 25, MailSecurity.StartTls, null, null);
        Assert.Null(channel.Password);
        // Deleted values are not restored.
        channel.LeadToServer("mx.other.cn", 25, MailSecurity.StartTls, "u", null);
        Assert.Null(channel.Password);
    }

    [Fact]
    public void A_gateways_headers_and_body_stay_with_its_url()
    {
        const string Url = "https://sms.example.cn/send";
        const string Other = "https://sms.example.cn/other";
        var channel = new Channel { Kind = ChannelKind.Sms };
        channel.LeadToGateway(Url, SmsMethod.Post, "X-Key: k", false, "{text}{mobile}");
        channel.LeadToGateway(Url, SmsMethod.Post, null, false, null); // the same, typed again
        channel.LeadToGateway(null, SmsMethod.Post, null, false, null);
        Assert.Equal((Url, "X-Key: k", "{text}{mobile}"), (channel.Url, channel.Headers, channel.Body));
        Refused("Jobs.HeadersStay", "Headers", () => channel.LeadToGateway(Other, SmsMethod.Post, null, false, "{text}{mobile}"));
        Refused("Jobs.HeadersStay", "Headers", () => channel.LeadToGateway(Other, SmsMethod.Get, null, false, null));
    }

    [Fact]
    public void A_gateways_body_is_asked_for_again_where_one_is_sent()
    {
        var channel = new Channel { Kind = ChannelKind.Sms };
        channel.LeadToGateway("https://x.cn/1", SmsMethod.Post, "X-Key: k", false, "secret {text}{mobile}");
        Refused("Jobs.BodyStays", "Body", () => channel.LeadToGateway("https://x.cn/2", SmsMethod.Post, null, true, null));
        channel.LeadToGateway("https://x.cn/2?{text}{mobile}", SmsMethod.Get, null, true, null);
        Assert.Equal((null, null), (channel.Headers, channel.Body));
        channel.LeadToGateway(null, SmsMethod.Post, null, false, null);
        Assert.Null(channel.Body);
    }

    [Fact]
    public void A_robots_signing_key_stays_with_its_webhook()
    {
        var channel = new Channel { Kind = ChannelKind.DingTalk };
        channel.LeadToRobot("https://x.cn/1", "SEC1", false);
        channel.LeadToRobot("https://x.cn/1", null, false);
        Assert.Equal("SEC1", channel.Password);
        Refused("Jobs.KeyStays", "Password", () => channel.LeadToRobot("https://x.cn/2", null, false));
        channel.LeadToRobot("https://x.cn/2", null, true);
        Assert.Equal(("https://x.cn/2", null), (channel.Url, channel.Password));
    }

    [Fact]
    public async Task A_form_that_leads_elsewhere_is_refused_at_its_field_and_changes_nothing()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var (mail, sms, robot) = (district.Use<SetMailChannel>(), district.Use<SetSmsChannel>(), district.Use<SetRobotChannel>());
        await mail.RunAsync(
            district.Admin,
            new()
            {
                Host = "mx.cn",
                UserName = "u",
                Password = "p",
                Sender = "a@b.cn",
            },
            Ct
        );
        await sms.RunAsync(
            district.Admin,
            new()
            {
                Url = "https://x.cn/1",
                Headers = "X-Key: k",
                Body = "{text}{mobile}",
            },
            Ct
        );
        await robot.RunAsync(
            district.Admin,
            new()
            {
                Kind = ChannelKind.DingTalk,
                Url = "https://x.cn/1",
                Password = "SEC1",
            },
            Ct
        );
        var before = await ReadAsync(district);

        await RefusedAsync(
            "Jobs.PasswordStays",
            mail.RunAsync(
                district.Admin,
                new()
                {
                    Host = "mx.evil.cn",
                    UserName = "u",
                    Sender = "a@b.cn",
                },
                Ct
            )
        );
        await RefusedAsync(
            "Jobs.HeadersStay",
            sms.RunAsync(district.Admin, new() { Url = "https://evil.cn/1", Body = "{text}{mobile}" }, Ct)
        );
        await RefusedAsync("Jobs.BodyStays", sms.RunAsync(district.Admin, new() { Url = "https://evil.cn/1", ForgetsHeaders = true }, Ct));
        await RefusedAsync(
            "Jobs.KeyStays",
            robot.RunAsync(district.Admin, new() { Kind = ChannelKind.DingTalk, Url = "https://evil.cn/" }, Ct)
        );
        Assert.Equal(before, await ReadAsync(district));

        await mail.RunAsync(
            district.Admin,
            new()
            {
                Host = "mx.new.cn",
                UserName = "u",
                Password = "p2",
                Sender = "a@b.cn",
            },
            Ct
        );
        await sms.RunAsync(
            district.Admin,
            new()
            {
                Url = "https://new.cn/1",
                Headers = "X-Key: k2",
                Body = "2{text}{mobile}",
            },
            Ct
        );
        await robot.RunAsync(
            district.Admin,
            new()
            {
                Kind = ChannelKind.DingTalk,
                Url = "https://new.cn/1",
                ForgetsPassword = true,
            },
            Ct
        );
        Assert.Equal(["DingTalk new.cn  ", "Email mx.new.cn p2 ", "Sms new.cn  X-Key: k22{text}{mobile}"], await ReadAsync(district));
    }

    [Fact]
    public async Task What_is_not_changed_is_not_asked_for_again()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var mail = new SetMailChannel.Form
        {
            Host = "mx.cn",
            UserName = "u",
            Password = "p",
            Sender = "a@b.cn",
        };
        await district.Use<SetMailChannel>().RunAsync(district.Admin, mail, Ct);
        var changed = mail with { OperationId = Guid.CreateVersion7(), Password = null, Sender = "c@b.cn", IsOn = false };
        await district.Use<SetMailChannel>().RunAsync(district.Admin, changed, Ct);
        Assert.Equal(["Email mx.cn p "], await ReadAsync(district));
    }

    private static Channel Mail()
    {
        var channel = new Channel { Kind = ChannelKind.Email };
        channel.LeadToServer("mx.example.cn", 465, MailSecurity.Tls, "u", "p");
        return channel;
    }

    private static void Refused(string rule, string field, Action change)
    {
        var refused = Assert.Throws<RuleBroken>(change);
        Assert.Equal((rule, field), (refused.Key, refused.Field));
    }

    private static async Task RefusedAsync(string rule, Task change) =>
        Assert.Equal(rule, (await Assert.ThrowsAsync<RuleBroken>(() => change)).Key);

    private async Task<List<string>> ReadAsync(TestDistrict district)
    {
        List<string> rows = [];
        await foreach (
            var row in World.ReadAsync(
                cluster,
                "SELECT concat(kind, ' ', host, ' ', password, ' ', headers, body) FROM channels WHERE tenant_id = $1 ORDER BY kind",
                district.Id
            )
        )
            rows.Add(row.GetString(0));
        return rows;
    }
}
