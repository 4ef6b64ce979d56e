using CoBuilding.Data;
using CoBuilding.Jobs;
using CoBuilding.Jobs.Channels;
using CoBuilding.Tests.House;

namespace CoBuilding.Tests.Jobs.Channels;

public class SetSmsChannelTests(TestCluster cluster)
{
    private static CancellationToken Ct => TestDistrict.Ct;

    [Fact]
    public async Task Settings_that_make_no_sense_are_refused_at_their_field()
    {
        var district = await TestDistrict.CreateAsync(cluster);
        var sms = district.Use<SetSmsChannel>();
        foreach (
            var form in new SetSmsChannel.Form[]
            {
                new() { Url = "ftp://x.cn/{mobile}{text}" },
                new() { Url = "https://{mobile}.x.cn/{text}" },
                new() { Url = "https://u:p@x.cn/{mobile}{text}" },
                new() { Url = "https://x.cn/{mobile}{text}", SuccessField = "code" },
                new() { Url = "https://x.cn/{mobile}{text}", SuccessMark = "\"ok\"" },
                new()
                {
                    Url = "https://x.cn/{mobile}{text}",
                    SuccessField = "//code",
                    SuccessMark = "0",
                },
                new() { Url = "https://x.cn/{mobile}{text}", Headers = "no colon" },
                new() { Url = "https://x.cn/{mobile}{text}", Headers = "Bad Name: x" },
            }
        )
            await Assert.ThrowsAsync<ValidationFailed>(() => sms.RunAsync(district.Admin, form, Ct));
        var lacking = await Assert.ThrowsAsync<RuleBroken>(() =>
            sms.RunAsync(district.Admin, new() { Url = "https://x.cn/", Body = "{mobile}" }, Ct)
        );
        Assert.Equal("Jobs.BodyLacksText", lacking.Key);
        var open = await Assert.ThrowsAsync<RuleBroken>(() =>
            district
                .Use<SetMailChannel>()
                .RunAsync(
                    district.Admin,
                    new()
                    {
                        Host = "10.0.0.1",
                        Security = MailSecurity.None,
                        Sender = "a@b.cn",
                    },
                    Ct
                )
        );
        Assert.Equal("Jobs.NeedsTls", open.Key);
        // Turning it off does not need the operator.
        await district
            .Use<SetMailChannel>()
            .RunAsync(
                district.Admin,
                new()
                {
                    Host = "10.0.0.1",
                    Security = MailSecurity.None,
                    Sender = "a@b.cn",
                    IsOn = false,
                },
                Ct
            );
        await Assert.ThrowsAsync<ValidationFailed>(() =>
            district.Use<SetMailChannel>().RunAsync(district.Admin, new() { Host = "http://mx.cn", Sender = "a@b.cn" }, Ct)
        );
        await Assert.ThrowsAsync<ValidationFailed>(() =>
            district.Use<SetMailChannel>().RunAsync(district.Admin, new() { Host = "mx.cn", Sender = "a@b.cn\r\nBcc: c@d.cn" }, Ct)
        );
    }
}
