import Engine
import NetworkModel
import Testing

@Suite("Overflow traffic")
struct WilkinsonTests {
  @Test("Between whole numbers Erlang's formula keeps its recursion")
  func recursion() {
    for (offered, servers) in [(0.01, 0.5), (1.5, 0.25), (8, 3.75), (250, 249.5)] {
      let fewer = Erlang.blocking(offered: offered, servers: servers)
      let more = Erlang.blocking(offered: offered, servers: servers + 1)
      let expected = offered * fewer / (servers + 1 + offered * fewer)
      #expect(abs(more - expected) <= 1e-12 * expected)
    }
  }

  @Test("At whole numbers it is Erlang's formula")
  func whole() {
    for servers in 0...12 {
      let exact = Erlang.blocking(offered: 7, servers: servers)
      #expect(abs(Erlang.blocking(offered: 7, servers: Double(servers)) - exact) <= 1e-13 * exact)
      // From below and above the same value, so the formula is continuous.
      let near = Erlang.blocking(offered: 7, servers: Double(servers) + 1e-9)
      #expect(abs(near - exact) < 1e-8 * exact)
    }
  }

  @Test("A half server at one erlang refuses what the integral says")
  func half() {
    // 1 / B = e (Gamma(3/2, 1)) = 1 + e sqrt(pi) erfc(1) / 2; erfc(1) = 0.157299207050285.
    let inverse = 1 + 2.718_281_828_459_045 * 1.772_453_850_905_516 * 0.157_299_207_050_285_13 / 2
    #expect(abs(Erlang.blocking(offered: 1, servers: 0.5) * inverse - 1) < 1e-12)
  }

  @Test("Overflow is burstier than Poisson, and no servers overflow everything as it came")
  func overflow() {
    let all = Wilkinson.overflow(offered: 4, servers: 0)
    #expect(all == Wilkinson.Traffic(mean: 4, variance: 4))
    // One server offered one erlang: half is refused, V = 1/2 (1 - 1/2 + 1 / 1.5) = 7/12.
    let one = Wilkinson.overflow(offered: 1, servers: 1)
    #expect(abs(one.mean - 0.5) < 1e-15 && abs(one.variance - 7.0 / 12) < 1e-15)
  }

  @Test("The equivalent group of one group's overflow is that group")
  func roundTrip() throws {
    for (offered, servers) in [(1.0, 1.0), (5, 6), (12, 20), (100, 90), (0.5, 3), (30, 0.5)] {
      let traffic = Wilkinson.overflow(offered: offered, servers: servers)
      let found = try #require(Wilkinson.equivalent(of: traffic))
      #expect(abs(found.offered - offered) < 1e-8 * offered, "\(offered) on \(servers)")
      #expect(abs(found.servers - servers) < 1e-8 * (1 + servers), "\(offered) on \(servers)")
    }
  }

  @Test("Two wards of 5 and 7 erlangs with a reserve of 5 beds lose 2.77 % by the method")
  func twoWards() throws {
    // From the verification cases, case Overflow-ERT-2to1.
    let both =
      Wilkinson.overflow(offered: 5, servers: 6) + Wilkinson.overflow(offered: 7, servers: 8)
    let group = try #require(Wilkinson.equivalent(of: both))
    let found = [
      both.mean, both.variance, group.offered, group.servers, group.lost(behind: 5) / 12,
    ]
    let exact = [
      2.210989080248, 4.039349179858, 7.993606308549, 7.413883593437, 0.02774609985034,
    ]
    for (value, answer) in zip(found, exact) { #expect(abs(value - answer) <= 1e-9 * answer) }
  }

  @Test("Traffic smoother than Poisson has no equivalent group; Poisson traffic is its own")
  func smooth() {
    #expect(Wilkinson.equivalent(of: Wilkinson.Traffic(mean: 2, variance: 1.5)) == nil)
    #expect(Wilkinson.equivalent(of: Wilkinson.Traffic(mean: 0, variance: 0)) == nil)
    let poisson = Wilkinson.equivalent(of: Wilkinson.Traffic(mean: 2, variance: 2))
    #expect(poisson?.offered == 2 && poisson?.servers == 0)
  }
}
